import type { Preset } from './presets.ts';

type Kind = Pick<Preset, 'login' | 'password'>;
const normal: Kind = { login: 'address', password: 'normal' };
const appPassword: Kind = { login: 'address', password: 'app-password' };
const oauth: Kind = { login: 'address', password: 'oauth-only' };
const localPart: Kind = { login: 'local-part', password: 'normal' };

const ssl = { port: 465, security: 'ssl' } as const;
const tls = { port: 587, security: 'tls' } as const;
const sslOrTls = { ...ssl, alternative: tls } as const;

function on(domains: string): { domains: string[] } {
  return { domains: domains.split(' ').filter(Boolean) };
}

/** Outgoing servers as of November 2026, retyped from the providers' own pages and Mozilla's ISPDB. */
export const providers: Preset[] = [
  {
    name: 'Gmail',
    host: 'smtp.gmail.com',
    ...sslOrTls,
    ...appPassword,
    ...on('gmail.com googlemail.com'),
    helpUrl: 'https://myaccount.google.com/apppasswords',
  },
  { name: 'Microsoft 365', host: 'smtp.office365.com', ...tls, ...normal, ...on('') },
  {
    name: 'Outlook.com',
    host: 'smtp-mail.outlook.com',
    ...tls,
    ...oauth,
    ...on('outlook.com hotmail.com live.com msn.com'),
  },
  {
    name: 'Yahoo',
    host: 'smtp.mail.yahoo.com',
    ...ssl,
    ...appPassword,
    ...on('yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it yahoo.es ymail.com'),
    helpUrl: 'https://help.yahoo.com/kb/generate-manage-rd-party-passwords-sln15241.html',
  },
  { name: 'AOL', host: 'smtp.aol.com', ...ssl, ...appPassword, ...on('aol.com aim.com') },
  {
    name: 'iCloud',
    host: 'smtp.mail.me.com',
    ...tls,
    ...appPassword,
    ...on('icloud.com me.com mac.com'),
    helpUrl: 'https://support.apple.com/en-us/102525',
  },
  { name: 'Zoho', host: 'smtp.zoho.com', ...sslOrTls, ...normal, ...on('zoho.com zohomail.com') },
  { name: 'Zoho EU', host: 'smtp.zoho.eu', ...sslOrTls, ...normal, ...on('zoho.eu zohomail.eu') },
  { name: 'Zoho India', host: 'smtp.zoho.in', ...sslOrTls, ...normal, ...on('zoho.in zohomail.in') },
  { name: 'Fastmail', host: 'smtp.fastmail.com', ...ssl, ...appPassword, ...on('fastmail.com fastmail.fm') },
  { name: 'GMX', host: 'mail.gmx.net', ...sslOrTls, ...normal, ...on('gmx.net gmx.de gmx.at gmx.ch gmx.eu') },
  {
    name: 'GMX international',
    host: 'mail.gmx.com',
    ...sslOrTls,
    ...normal,
    ...on('gmx.com gmx.us gmx.co.uk gmx.fr gmx.es'),
  },
  { name: 'web.de', host: 'smtp.web.de', ...sslOrTls, ...localPart, ...on('web.de') },
  { name: 'T-Online', host: 'securesmtp.t-online.de', ...sslOrTls, ...normal, ...on('t-online.de magenta.de') },
  { name: 'IONOS', host: 'smtp.1und1.de', ...sslOrTls, ...normal, ...on('online.de') },
  { name: 'STRATO', host: 'smtp.strato.de', ...sslOrTls, ...normal, ...on('strato.de rzone.de') },
  { name: 'Hetzner', host: 'mail.your-server.de', ...ssl, ...normal, ...on('') },
  { name: 'DomainFactory', host: 'sslout.df.eu', ...ssl, ...normal, ...on('') },
  { name: 'OVH', host: 'ssl0.ovh.net', ...ssl, ...normal, ...on('ovh.net') },
  { name: 'Gandi', host: 'mail.gandi.net', ...sslOrTls, ...normal, ...on('') },
  { name: 'one.com', host: 'send.one.com', ...ssl, ...normal, ...on('') },
  { name: 'GoDaddy', host: 'smtpout.secureserver.net', ...ssl, ...normal, ...on('') },
  { name: 'Rackspace', host: 'secure.emailsrvr.com', ...ssl, ...normal, ...on('') },
  { name: 'Orange', host: 'smtp.orange.fr', ...ssl, ...normal, ...on('orange.fr wanadoo.fr') },
  { name: 'Free', host: 'smtp.free.fr', ...ssl, ...localPart, ...on('free.fr') },
  { name: 'SFR', host: 'smtp.sfr.fr', ...ssl, ...normal, ...on('sfr.fr') },
  { name: 'La Poste', host: 'smtp.laposte.net', ...ssl, ...localPart, ...on('laposte.net') },
  { name: 'Libero', host: 'smtp.libero.it', ...ssl, ...normal, ...on('libero.it iol.it') },
  { name: 'Aruba PEC', host: 'smtps.pec.aruba.it', ...ssl, ...normal, ...on('pec.it arubapec.it') },
  { name: 'Posteo', host: 'posteo.de', ...sslOrTls, ...normal, ...on('posteo.de posteo.net posteo.eu') },
  { name: 'Seznam', host: 'smtp.seznam.cz', ...ssl, ...normal, ...on('seznam.cz') },
  { name: 'Onet', host: 'smtp.poczta.onet.pl', ...ssl, ...normal, ...on('onet.pl op.pl') },
  { name: 'WP', host: 'smtp.wp.pl', ...ssl, ...localPart, ...on('wp.pl') },
  { name: 'Yandex', host: 'smtp.yandex.com', ...ssl, ...normal, ...on('yandex.com yandex.ru') },
  { name: 'Mail.ru', host: 'smtp.mail.ru', ...ssl, ...normal, ...on('mail.ru bk.ru') },
];
