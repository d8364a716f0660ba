import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Server } from '../../domain/profile.ts';
import { type Certificate, makeCertificate } from './certificate.ts';

export type Received = { from: string; to: string[]; raw: Buffer; parsed: ParsedMail };

export type SmtpInbox = {
  certificate: Certificate;
  received: Received[];
  connections(): number;
  /** How an account reaches it: login, STARTTLS, certificate pinned. */
  server(changes?: Partial<Server>): Server;
  close(): Promise<void>;
};

export const account = { login: 'billing@corp.example', password: 'pässword-Canary-77 "q" \\' };

/** A real SMTP server with STARTTLS (or TLS from the start) and login, on this computer. */
export async function smtpInbox(security: 'ssl' | 'tls' = 'tls'): Promise<SmtpInbox> {
  const certificate = await makeCertificate();
  const received: Received[] = [];
  let connections = 0;
  const smtp = new SMTPServer({
    secure: security === 'ssl',
    key: certificate.key,
    cert: certificate.cert,
    size: 60_000_000,
    closeTimeout: 1, // couriers keep their connections open
    authMethods: ['PLAIN', 'LOGIN'],
    onConnect: (_session, accept) => {
      connections++;
      accept();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === account.login && password === account.password) done(null, { user: username });
      else done(Object.assign(new Error(`no, ${password} is wrong`), { responseCode: 535 }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const parsed = await simpleParser(raw);
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, parsed });
        done();
      });
    },
  });
  smtp.on('error', () => {}); // clients that drop the connection
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  const { port } = smtp.server.address() as AddressInfo;
  return {
    certificate,
    received,
    connections: () => connections,
    server: (changes = {}) => ({
      host: '127.0.0.1',
      port,
      security,
      authentication: 'password',
      login: account.login,
      pin: certificate.pin,
      ...changes,
    }),
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}
