import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type DemoCertificate, makeCertificate } from './certificate.ts';
import { inboxPage } from './inbox-page.ts';

export type ReceivedMessage = { raw: Buffer; from: string; to: string[]; receivedAt: Date };

export type Inbox = {
  smtpPort: number;
  /** Address of the page that shows what arrived. */
  url: string;
  login: { user: string; password: string };
  certificate: DemoCertificate;
  messages: ReceivedMessage[];
  /** Resolves with the message of this index as soon as it has arrived. */
  message(index: number): Promise<ReceivedMessage>;
  close(): Promise<void>;
};

/** A real SMTP server on loopback (STARTTLS and login required) that keeps what arrives and shows it on a web page. */
export async function startInbox(options: { smtpPort?: number; webPort?: number } = {}): Promise<Inbox> {
  const certificate = await makeCertificate();
  const login = { user: 'invoices@acme.example', password: 'demo password' };
  const messages: ReceivedMessage[] = [];
  const arrivals = new EventEmitter();
  const smtp = new SMTPServer({
    key: certificate.key,
    cert: certificate.cert,
    size: 60 * 1024 * 1024,
    onAuth: ({ username, password }, _session, done) =>
      username === login.user && password === login.password
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 })),
    onData(stream, { envelope }, done) {
      buffer(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        messages.push({ raw, from, to: envelope.rcptTo.map(({ address }) => address), receivedAt: new Date() });
        done(null, `queued as DEMO${messages.length}`);
        arrivals.emit('message');
      }, done);
    },
  });
  // A client that hangs up is its own affair; the server stays.
  smtp.on('error', (error) => arrivals.emit('client-error', error));
  smtp.listen(options.smtpPort ?? 0, '127.0.0.1');
  const web = createServer((request, response) => inboxPage(messages, request, response));
  web.listen(options.webPort ?? 0, '127.0.0.1');
  await Promise.all([once(smtp.server, 'listening'), once(web, 'listening')]);
  return {
    smtpPort: portOf(smtp.server),
    url: `http://127.0.0.1:${portOf(web)}/`,
    login,
    certificate,
    messages,
    async message(index) {
      while (!messages[index]) await once(arrivals, 'message');
      return messages[index];
    },
    async close() {
      web.closeAllConnections();
      await Promise.all([
        new Promise((closed) => web.close(closed)),
        new Promise<void>((closed) => smtp.close(closed)),
      ]);
    },
  };
}

function portOf(server: { address(): ReturnType<Server['address']> }): number {
  return (server.address() as AddressInfo).port;
}
