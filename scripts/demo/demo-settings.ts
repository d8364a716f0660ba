import { emptySettings, type Settings } from '../../domain/settings.ts';
import type { Inbox } from './inbox.ts';

/** Settings that send to the demo inbox. */
export function demoSettings({ smtpPort, login, certificate }: Inbox): Settings {
  const pin = { sha256: certificate.sha256, pem: certificate.cert };
  const server = {
    host: 'localhost',
    port: smtpPort,
    security: 'tls',
    authentication: 'password',
    login: login.user,
    pin,
  } as const;
  const sender = { name: 'Acme invoices', address: login.user };
  return {
    ...emptySettings,
    undoSeconds: 0, // whoever waits for the mail waits for nothing else
    profiles: [
      { id: 'demo', name: 'Demo', email: login.user, server, sender, replyTo: [], signature: '', fileNamePattern: '' },
    ],
    disabled: ['*@blocked.example'],
  };
}
