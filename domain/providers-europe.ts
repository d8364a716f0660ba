import type { Preset } from './presets.ts';
import { localPart, mx, normal, on, smtpOff, ssl, sslOrTls } from './provider-row.ts';

/** Mail of European portals and telephone companies. */
export const europeanProviders: Preset[] = [
  {
    name: 'GMX',
    host: 'mail.gmx.net',
    ...sslOrTls,
    ...normal,
    ...on('gmx.net gmx.de gmx.at gmx.ch gmx.eu'),
    ...smtpOff,
  },
  {
    name: 'GMX international',
    host: 'mail.gmx.com',
    ...sslOrTls,
    ...normal,
    ...on('gmx.com gmx.us gmx.co.uk gmx.fr gmx.es'),
    ...smtpOff,
  },
  { name: 'web.de', host: 'smtp.web.de', ...sslOrTls, ...localPart, ...on('web.de'), ...smtpOff },
  {
    name: 'T-Online',
    host: 'securesmtp.t-online.de',
    ...sslOrTls,
    ...normal,
    ...on('t-online.de magenta.de'),
    ...smtpOff,
  },
  {
    name: 'Posteo',
    host: 'posteo.de',
    ...sslOrTls,
    ...normal,
    ...on('posteo.de posteo.net posteo.eu posteo.at posteo.ch'),
  },
  { name: 'mailbox.org', host: 'smtp.mailbox.org', ...sslOrTls, ...normal, ...on('mailbox.org'), ...mx('mailbox.org') },
  { name: 'mail.de', host: 'smtp.mail.de', ...sslOrTls, ...normal, ...on('mail.de') },
  { name: 'Mailfence', host: 'smtp.mailfence.com', ...ssl, ...normal, ...on('mailfence.com'), ...mx('mailfence.com') },
  { name: 'Runbox', host: 'mail.runbox.com', ...sslOrTls, ...normal, ...on('runbox.com'), ...mx('runbox.com') },
  { name: 'Bluewin', host: 'smtpauths.bluewin.ch', ...ssl, ...normal, ...on('bluewin.ch') },
  { name: 'Orange', host: 'smtp.orange.fr', ...ssl, ...normal, ...on('orange.fr wanadoo.fr') },
  { name: 'Free', host: 'smtp.free.fr', ...ssl, ...localPart, ...on('free.fr') },
  { name: 'SFR', host: 'smtp.sfr.fr', ...ssl, ...normal, ...on('sfr.fr') },
  { name: 'La Poste', host: 'smtp.laposte.net', ...ssl, ...localPart, ...on('laposte.net') },
  { name: 'Libero', host: 'smtp.libero.it', ...ssl, ...normal, ...on('libero.it iol.it') },
  { name: 'Aruba PEC', host: 'smtps.pec.aruba.it', ...ssl, ...normal, ...on('pec.it arubapec.it') },
  { name: 'BT', host: 'mail.btinternet.com', ...ssl, ...normal, ...on('btinternet.com') },
  { name: 'Virgin Media', host: 'smtp.virginmedia.com', ...ssl, ...normal, ...on('virginmedia.com') },
  { name: 'Seznam', host: 'smtp.seznam.cz', ...ssl, ...normal, ...on('seznam.cz') },
  { name: 'Onet', host: 'smtp.poczta.onet.pl', ...ssl, ...normal, ...on('onet.pl op.pl') },
  { name: 'WP', host: 'smtp.wp.pl', ...ssl, ...localPart, ...on('wp.pl') },
];
