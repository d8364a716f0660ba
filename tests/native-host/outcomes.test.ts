import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../domain/failure.ts';
import type { DeliveryState, Outcome } from '../../domain/outcome.ts';
import type { Server } from '../../domain/profile.ts';
import { type Certificate, makeCertificate } from '../support/certificate.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';
import { type Script, scriptedSmtp } from '../support/scripted-smtp.ts';

const password = 'Canary-secret-9';
const login = { authentication: 'password', login: 'billing@corp.example' } as const;
const three = ['a@x.example', 'b@x.example', 'c@x.example'].map((address) => ({ name: '', address }));
const dataDir = makeDataDir();
let companion: Companion;
let certificate: Certificate;

beforeAll(async () => {
  certificate = await makeCertificate();
  companion = await greetedCompanion(dataDir);
});
afterAll(async () => {
  await companion.leave();
  await removeDataDir(dataDir);
});

type Row = {
  name: string;
  script: Script;
  state: DeliveryState;
  code?: FailureCode;
  /** Complete messages the server got. */
  copies: number;
  login?: boolean;
  several?: boolean;
  size?: number;
};

const rows: Row[] = [
  { name: '250 for everybody', script: {}, state: 'sent', copies: 1 },
  { name: 'a greeting of 554', script: { greeting: '554 no' }, state: 'rejected', code: 'server-refused', copies: 0 },
  { name: 'a greeting of 421', script: { greeting: '421 busy' }, state: 'deferred', code: 'server-later', copies: 0 },
  {
    name: 'a greeting that is no SMTP',
    script: { greeting: 'HTTP/1.1 400' },
    state: 'not-sent',
    code: 'server-refused',
    copies: 0,
  },
  {
    name: 'a drop before the greeting',
    script: { greeting: drop },
    state: 'not-sent',
    code: 'connection-lost',
    copies: 0,
  },
  { name: 'a drop at EHLO', script: { EHLO: drop }, state: 'not-sent', code: 'connection-lost', copies: 0 },
  {
    name: 'a reply of 1 MB',
    script: { EHLO: '250-x\r\n'.repeat(200_000) },
    state: 'not-sent',
    code: 'server-refused',
    copies: 0,
  },
  {
    name: 'a wrong password',
    login: true,
    script: { AUTH: '535 no' },
    state: 'not-sent',
    code: 'login-refused',
    copies: 0,
  },
  {
    name: 'an app password wanted',
    login: true,
    script: { AUTH: '534 5.7.9 Application-specific password required' },
    state: 'not-sent',
    code: 'login-app-password',
    copies: 0,
  },
  {
    name: 'password login switched off',
    login: true,
    script: { AUTH: '535 5.7.139 Authentication unsuccessful' },
    state: 'not-sent',
    code: 'login-oauth',
    copies: 0,
  },
  {
    name: 'a login that is not possible now',
    login: true,
    script: { AUTH: '454 later' },
    state: 'deferred',
    code: 'login-later',
    copies: 0,
  },
  {
    name: 'AUTH not offered',
    login: true,
    script: { EHLO: '250-x\r\n250 SIZE 60000000' },
    state: 'not-sent',
    code: 'login-unsupported',
    copies: 0,
  },
  {
    name: 'a drop at AUTH',
    login: true,
    script: { AUTH: drop },
    state: 'not-sent',
    code: 'connection-lost',
    copies: 0,
  },
  {
    name: 'a login required',
    script: { MAIL: '530 5.7.0 Authentication required' },
    state: 'not-sent',
    code: 'login-required',
    copies: 0,
  },
  {
    name: 'a sender refused',
    script: { MAIL: '550 5.7.60 not you' },
    state: 'rejected',
    code: 'sender-refused',
    copies: 0,
  },
  { name: 'a sender deferred', script: { MAIL: '451 later' }, state: 'deferred', code: 'server-later', copies: 0 },
  {
    name: 'a mail larger than SIZE',
    script: { EHLO: '250-x\r\n250 SIZE 1000' },
    state: 'not-sent',
    code: 'message-too-big',
    copies: 0,
  },
  { name: '552 at MAIL', script: { MAIL: '552 too big' }, state: 'rejected', code: 'message-too-big', copies: 0 },
  { name: 'a drop at MAIL', script: { MAIL: drop }, state: 'not-sent', code: 'connection-lost', copies: 0 },
  {
    name: 'the only recipient refused',
    script: { RCPT: '550 5.1.1 nobody', DATA: '503 no' },
    state: 'rejected',
    code: 'recipient-refused',
    copies: 0,
  },
  {
    name: 'the only recipient greylisted',
    script: { RCPT: '450 4.2.0 greylisted', DATA: '503 no' },
    state: 'deferred',
    code: 'recipient-later',
    copies: 0,
  },
  {
    name: 'everybody refused, yet 354',
    several: true,
    script: { RCPT: '550 nobody' },
    state: 'rejected',
    code: 'recipient-refused',
    copies: 0,
  },
  {
    name: '550 and 450 mixed, yet 354',
    several: true,
    script: { RCPT: ({ count }) => (count === 2 ? '450 wait' : '550 no') },
    state: 'deferred',
    code: 'recipient-later',
    copies: 0,
  },
  {
    name: 'the sender refused, yet 354',
    script: { MAIL: '550 no' },
    state: 'rejected',
    code: 'sender-refused',
    copies: 0,
  },
  {
    name: '421 at RCPT',
    script: { RCPT: '421 closing', DATA: drop },
    state: 'deferred',
    code: 'server-later',
    copies: 0,
  },
  { name: 'a drop at RCPT', script: { RCPT: drop }, state: 'not-sent', code: 'connection-lost', copies: 0 },
  { name: 'DATA refused', script: { DATA: '554 no' }, state: 'rejected', code: 'message-refused', copies: 0 },
  { name: 'DATA deferred', script: { DATA: '451 later' }, state: 'deferred', code: 'server-later', copies: 0 },
  { name: 'a drop at DATA', script: { DATA: drop }, state: 'not-sent', code: 'connection-lost', copies: 0 },
  {
    name: 'one recipient of three refused',
    several: true,
    script: { RCPT: ({ count }) => (count === 2 ? '550 5.1.1 no such user' : '250 ok') },
    state: 'partial',
    code: 'recipient-refused',
    copies: 1,
  },
  {
    name: 'one recipient of three deferred',
    several: true,
    script: { RCPT: ({ count }) => (count === 2 ? '450 wait' : '250 ok') },
    state: 'partial',
    code: 'recipient-later',
    copies: 1,
  },
  {
    name: 'a reset in the middle of the body',
    size: 8_000_000,
    script: { body: reset },
    state: 'not-sent',
    code: 'connection-lost',
    copies: 0,
  },
  { name: '554 after the dot', script: { dot: '554 spam' }, state: 'rejected', code: 'message-refused', copies: 1 },
  { name: '552 after the dot', script: { dot: '552 too big' }, state: 'rejected', code: 'message-too-big', copies: 1 },
  { name: '451 after the dot', script: { dot: '451 later' }, state: 'deferred', code: 'server-later', copies: 1 },
  { name: 'a drop after the dot', script: { dot: drop }, state: 'unknown', code: 'outcome-unknown', copies: 1 },
  { name: 'a reset after the dot', script: { dot: reset }, state: 'unknown', code: 'outcome-unknown', copies: 1 },
  {
    name: 'half a reply after the dot',
    script: { dot: half('25') },
    state: 'unknown',
    code: 'outcome-unknown',
    copies: 1,
  },
  {
    name: 'a torn refusal after the dot',
    script: { dot: half('554 sp') },
    state: 'unknown',
    code: 'outcome-unknown',
    copies: 1,
  },
  {
    name: 'a reply after the dot that is no SMTP',
    script: { dot: 'thanks!' },
    state: 'unknown',
    code: 'outcome-unknown',
    copies: 1,
  },
  { name: '250, then a reset', script: { dot: '250 ok', QUIT: reset }, state: 'sent', copies: 1 },
];

describe('what the server does and what the mail becomes', () => {
  test.each(rows)('$name: $state', async ({ script, state, code, copies, several, size, ...row }) => {
    const server = await scriptedSmtp(script);
    const account = row.login ? login : {};
    const outcome = await send(plainServer(server.port, account), several, size);
    expect({ state: outcome.state, code: outcome.failure?.code, copies: server.messages.length }).toEqual({
      state,
      code,
      copies,
    });
    expect(outcome.failure?.detail ?? '').not.toMatch(/\p{Cc}/u);
    await server.close();
  });

  test('names the refused recipient with the words of the server, and the accepted ones', async () => {
    const refuseB: Script = { RCPT: ({ line }) => (line.includes('b@') ? '550 5.1.1 no such user' : '250 ok') };
    const server = await scriptedSmtp(refuseB);
    const { failure, recipients, response } = await send(plainServer(server.port), true);
    expect(failure).toEqual({ code: 'recipient-refused', address: 'b@x.example', detail: '550 5.1.1 no such user' });
    expect(response).toBe('250 2.0.0 queued as 4711');
    expect(recipients).toEqual([
      { address: 'a@x.example', accepted: true },
      { address: 'b@x.example', accepted: false, later: false, reply: '550 5.1.1 no such user' },
      { address: 'c@x.example', accepted: true },
    ]);
    await server.close();
  });

  test('the password is never repeated, in no form the server may echo it', async () => {
    const forms = [password, btoa(password), btoa(`\0${login.login}\0${password}`)];
    const server = await scriptedSmtp({
      AUTH: ({ line }) => `535 your password ${forms.join(' / ')} is wrong (${line})`,
    });
    const outcome = await send(plainServer(server.port, login));
    expect(outcome.failure).toMatchObject({
      code: 'login-refused',
      detail: expect.stringMatching(/^535 your password •••/),
    });
    for (const form of forms) expect(JSON.stringify(outcome) + companion.printed()).not.toContain(form);
    await server.close();
  });

  test('a hostile text stays text, in one line and cut', async () => {
    const server = await scriptedSmtp({ MAIL: `550 <img src=x onerror=alert(1)>\u0007 ${'x'.repeat(900)}` });
    const { failure } = await send(plainServer(server.port));
    expect(failure?.detail).toMatch(/^550 <img src=x onerror=alert\(1\)>/);
    expect(failure?.detail?.length).toBeLessThanOrEqual(300);
    await server.close();
  });
});

describe('TLS is never given up', () => {
  const secure = (port: number, changes: Partial<Server> = {}): Server => ({
    ...plainServer(port, login),
    security: 'tls',
    ...changes,
  });
  const starttls: Script = { EHLO: '250-x\r\n250-STARTTLS\r\n250 AUTH PLAIN' };
  type TlsRow = {
    name: string;
    code: FailureCode;
    script?: Script;
    days?: number;
    changes?: Partial<Server>;
    pinned?: 'this' | 'other';
    state?: DeliveryState;
  };
  const table: TlsRow[] = [
    { name: 'STARTTLS stripped', code: 'tls-unavailable', script: { EHLO: '250 AUTH PLAIN', STARTTLS: '502 what' } },
    {
      name: 'STARTTLS refused',
      code: 'tls-unavailable',
      script: { ...starttls, STARTTLS: '454 not now' },
      state: 'deferred',
    },
    { name: 'a self-signed certificate nobody pinned', code: 'certificate-untrusted' },
    { name: 'another certificate than the pinned one', code: 'certificate-changed', pinned: 'other' },
    { name: 'an expired certificate, though pinned', code: 'certificate-expired', pinned: 'this', days: -1 },
    { name: 'SSL on a port that begins in plain text', code: 'tls-wrong-port', changes: { security: 'ssl' } },
    {
      name: 'AUTH not offered after STARTTLS',
      code: 'login-unsupported',
      pinned: 'this',
      script: { EHLO: '250-x\r\n250 STARTTLS' },
    },
  ];

  test.each(table)(
    '$name: $code, no password and no mail on the wire',
    async ({ code, script, days, changes, pinned, state = 'not-sent' }) => {
      const own = days === undefined ? certificate : await makeCertificate(days);
      const server = await scriptedSmtp(script ?? starttls, own);
      const pin = pinned && (pinned === 'this' ? own : await makeCertificate()).pin;
      const outcome = await send(secure(server.port, { ...changes, ...(pin && { pin }) }));
      expect(outcome).toMatchObject({
        state,
        failure: { code },
      });
      expect(server.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
      await server.close();
    },
  );

  test.each(['tls', 'ssl'] as const)('a pinned certificate is enough over %s', async (security) => {
    const server = await scriptedSmtp(starttls, { ...certificate, implicit: security === 'ssl' });
    const outcome = await send(secure(server.port, { security, pin: certificate.pin }));
    expect(outcome).toMatchObject({ state: 'sent' });
    await server.close();
  });
});

describe('no server to speak to', () => {
  test('a name that does not exist: host-unknown', async () => {
    const outcome = await send({ ...plainServer(25), host: 'mail.tabpost.invalid' });
    expect(outcome).toMatchObject({ state: 'not-sent', failure: { code: 'host-unknown' } });
  });
  test('a port nobody listens at: connection-refused', async () => {
    const server = await scriptedSmtp({});
    await server.close();
    expect(await send(plainServer(server.port))).toMatchObject({
      state: 'not-sent',
      failure: { code: 'connection-refused' },
    });
  });
  test('no password saved: secret-missing, and no connection', async () => {
    const server = await scriptedSmtp({});
    const sample = sampleJob(plainServer(server.port, { ...login, login: 'nobody@corp.example' }));
    await companion.client.call('submit', sample.job, { upload: sample.pdf });
    expect(await companion.settled(sample.job.mail.id)).toMatchObject({
      state: 'not-sent',
      failure: { code: 'secret-missing' },
    });
    expect(server.connections()).toBe(0);
    await server.close();
  });
});

async function send(server: Server, several = false, size = 3000): Promise<Outcome> {
  const mail = { id: randomUUID(), ...(several && { to: [], bcc: three }) };
  const sample = sampleJob(server, { mail, size });
  const { host, port } = server;
  if (server.authentication === 'password')
    await companion.client.call('saveSecret', {
      owner: { host, port, login: server.login },
      secret: password,
      store: 'file',
    });
  await companion.client.call('submit', sample.job, { upload: sample.pdf });
  return companion.settled(sample.job.mail.id);
}

function drop({ hangUp }: { hangUp(): void }): undefined {
  hangUp();
}

function reset(session: { reset(): void }): undefined {
  session.reset();
}

function half(text: string) {
  return ({ say, hangUp }: { say(words: string): void; hangUp(): void }): undefined => {
    say(text);
    hangUp();
  };
}
