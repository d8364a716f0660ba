import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { expect, test } from 'vitest';
import { fileCopy } from '../../../native-host/sent-copy/file-copy.ts';
import { makeCertificate } from '../../support/certificate.ts';

const login = { user: 'ann@corp.example', pass: 'geheim-4711' };
const forms = [login.pass, btoa(login.pass), btoa(`\0${login.user}\0${login.pass}`)];

test('the password is never repeated, in no form the IMAP server may echo it', async () => {
  const { pin, ...certificate } = await makeCertificate();
  const server = createServer(certificate, (socket) => {
    socket.on('error', () => {}); // the client leaves in its own way
    socket.write('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n');
    socket.on('data', (bytes) => {
      const [tag = '', command = ''] = bytes.toString().split(' ');
      if (/^(?:AUTHENTICATE|LOGIN)/i.test(command))
        socket.write(`${tag} NO your password ${forms.join(' / ')} is wrong\r\n`);
      else socket.write(`${tag} OK done\r\n`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const target = { host: '127.0.0.1', port, security: 'ssl', pin } as const;
  const failure = await fileCopy({ target, login, messageId: '<a@b.example>', bytes: async () => Buffer.from('') });
  expect(failure).toEqual({ code: 'login-refused', detail: 'your password ••• / ••• / ••• is wrong' });
  server.close();
});
