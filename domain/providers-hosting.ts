import type { Preset } from './presets.ts';
import { mx, normal, on, ssl, sslOrTls } from './provider-row.ts';

/** Companies that host the mail of other people's domains. */
export const hostingProviders: Preset[] = [
  {
    name: 'IONOS',
    host: 'smtp.1und1.de',
    aliases: ['smtp.ionos.de', 'smtp.ionos.com', 'smtp.ionos.co.uk', 'smtp.ionos.fr', 'smtp.ionos.es'],
    ...sslOrTls,
    ...normal,
    ...on('online.de'),
    ...mx('kundenserver.de'),
  },
  { name: 'STRATO', host: 'smtp.strato.de', ...sslOrTls, ...normal, ...on('strato.de rzone.de'), ...mx('rzone.de') },
  { name: 'Hetzner', host: 'mail.your-server.de', ...ssl, ...normal, ...on(''), ...mx('your-server.de') },
  { name: 'DomainFactory', host: 'sslout.df.eu', ...ssl, ...normal, ...on(''), ...mx('ispgateway.de') },
  { name: 'OVH', host: 'ssl0.ovh.net', ...ssl, ...normal, ...on('ovh.net'), ...mx('ovh.net') },
  { name: 'Gandi', host: 'mail.gandi.net', ...sslOrTls, ...normal, ...on(''), ...mx('mail.gandi.net') },
  { name: 'one.com', host: 'send.one.com', ...ssl, ...normal, ...on(''), ...mx('one.com') },
  { name: 'GoDaddy', host: 'smtpout.secureserver.net', ...ssl, ...normal, ...on(''), ...mx('secureserver.net') },
  { name: 'Rackspace', host: 'secure.emailsrvr.com', ...ssl, ...normal, ...on(''), ...mx('emailsrvr.com') },
  { name: 'Namecheap', host: 'mail.privateemail.com', ...sslOrTls, ...normal, ...on(''), ...mx('privateemail.com') },
  { name: 'Hostinger', host: 'smtp.hostinger.com', ...sslOrTls, ...normal, ...on(''), ...mx('hostinger.com') },
  { name: 'Titan', host: 'smtp.titan.email', ...ssl, ...normal, ...on(''), ...mx('titan.email') },
  { name: 'DreamHost', host: 'smtp.dreamhost.com', ...sslOrTls, ...normal, ...on(''), ...mx('dreamhost.com') },
  { name: 'Migadu', host: 'smtp.migadu.com', ...sslOrTls, ...normal, ...on(''), ...mx('migadu.com') },
  { name: 'Purelymail', host: 'smtp.purelymail.com', ...sslOrTls, ...normal, ...on(''), ...mx('purelymail.com') },
  {
    name: 'Infomaniak',
    host: 'mail.infomaniak.com',
    ...sslOrTls,
    ...normal,
    ...on('ik.me ikmail.com'),
    ...mx('infomaniak.ch'),
  },
];
