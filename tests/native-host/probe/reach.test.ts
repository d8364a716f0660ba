import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server as TcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeStep, ProbeSummary } from '../../../domain/probe.ts';
import type { Server } from '../../../domain/profile.ts';
import { nearestServer } from '../../../native-host/probe/nearest-server.ts';
import { otherWays } from '../../../native-host/probe/other-ways.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { plainServer } from '../../support/sample-job.ts';
import { scriptedSmtp } from '../../support/scripted-smtp.ts';
import { type BlackHole, blackHole } from './black-hole.ts';
import { issue, type TestCertificate } from './certificates.ts';
import { trialOf } from './trial-of.ts';

/** ms within which a test must have named why a server cannot be reached. */
const bound = 10_000;

const sender = 'billing@corp.example';
const dataDir = makeDataDir();
let companion: Companion;
let own: TestCertificate;
let hole: BlackHole;
let mute: TcpServer;

beforeAll(async () => {
  own = await issue();
  hole = await blackHole();
  mute = createServer((socket) => socket.on('error', () => {})); // a probe that gives up
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  companion = await greetedCompanion(dataDir);
});
afterAll(async () => {
  await companion.leave();
  hole.close();
  mute.close();
  await removeDataDir(dataDir);
});

describe.concurrent('a server that cannot be reached is named within 10 s', () => {
  test('a port that answers nothing', async () => {
    const { steps, ms } = await timed(plainServer(hole.port, { security: 'tls' }));
    expect(steps.at(-1)).toMatchObject({ step: 'connect', failure: { code: 'connection-timeout' } });
    expect(ms).toBeLessThan(bound);
  });

  test('a port that wants SSL from the start: it is offered', async () => {
    const smtp = await scriptedSmtp({}, { cert: own.cert, key: own.key, implicit: true });
    const { steps, ms } = await timed(plainServer(smtp.port, { security: 'tls' }));
    expect(steps.at(-1)).toMatchObject({ step: 'greeting', failure: { code: 'greeting-timeout' } });
    expect(steps.at(-1)?.fixes).toEqual([{ kind: 'way', port: smtp.port, security: 'ssl' }]);
    expect(ms).toBeLessThan(bound);
    await smtp.close();
  });
});

describe('what is offered', () => {
  test('a port that begins in plain text: STARTTLS', async () => {
    const offers = '250-x\r\n250-STARTTLS\r\n250 HELP';
    const smtp = await scriptedSmtp({ EHLO: offers }, { cert: own.cert, key: own.key });
    const { steps } = await timed(plainServer(smtp.port, { security: 'ssl' }));
    expect(steps.at(-1)).toMatchObject({ step: 'encryption', failure: { code: 'tls-wrong-port' } });
    expect(steps.at(-1)?.fixes).toEqual([{ kind: 'way', port: smtp.port, security: 'tls' }]);
    await smtp.close();
  });

  test('a sender that is refused: the login', async () => {
    const smtp = await scriptedSmtp({ MAIL: '553 5.7.1 not owned by user' });
    const server = plainServer(smtp.port, { authentication: 'password', login: 'office@corp.example' });
    const { steps } = await timed(server, 'pw');
    expect(steps.at(-1)?.fixes).toEqual([{ kind: 'sender', address: 'office@corp.example' }]);
    await smtp.close();
  });

  test('a login required: to switch it on', async () => {
    const smtp = await scriptedSmtp({ MAIL: '530 5.7.0 Authentication required' });
    const { steps } = await timed(plainServer(smtp.port));
    expect(steps.at(-1)?.fixes).toEqual([{ kind: 'authentication', on: true }]);
    await smtp.close();
  });

  test.each([
    ['smtp.gmial.com', 'smtp.gmail.com'],
    ['smtp.ofice365.com', 'smtp.office365.com'],
    ['smtp.gmail.com', undefined],
    ['mail.corp.example', undefined],
  ])('a name like %s: %s', (typed, known) => {
    expect(nearestServer(typed)).toBe(known);
  });
});

describe('a firewall is told apart from a dead server', () => {
  const ways = (...ports: number[]) => ports.map((port) => ({ port, security: 'tls' as const }));

  test('no mail port answers, the web port opens: mail is blocked', async () => {
    const ports = { mail: ways(hole.port), web: portOf(mute) };
    expect(await otherWays(trialOf(plainServer(hole.port, { security: 'tls' })), 1000, ports)).toEqual({
      open: [],
      mailIsBlocked: true,
    });
  });

  test('nothing answers: dead', async () => {
    const ports = { mail: ways(hole.port), web: hole.port };
    expect(await otherWays(trialOf(plainServer(hole.port, { security: 'tls' })), 1000, ports)).toEqual({
      open: [],
      mailIsBlocked: false,
    });
  });

  test('one mail port refuses: nothing is blocked', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const port = portOf(closed);
    closed.close();
    await once(closed, 'close');
    const ports = { mail: ways(port), web: portOf(mute) };
    expect(await otherWays(trialOf(plainServer(hole.port, { security: 'tls' })), 1000, ports)).toEqual({
      open: [],
      mailIsBlocked: false,
    });
  });
});

test('a cancelled test ends at once and leaves no connection', async () => {
  const id = randomUUID();
  const connected = once(mute, 'connection');
  const { summary } = begin(id, plainServer(portOf(mute)));
  const [socket] = await connected;
  const closed = once(socket, 'close');
  await companion.client.call('cancelProbe', { id });
  expect(await summary).toMatchObject({ verdict: 'cancelled' });
  socket.resume();
  await closed;
});

test('an unknown run is cancelled without complaint; a known one cannot be started twice', async () => {
  expect(await companion.client.call('cancelProbe', { id: randomUUID() })).toEqual({});
  const id = randomUUID();
  const { summary } = begin(id, plainServer(portOf(mute)));
  await expect(begin(id, plainServer(portOf(mute))).summary).rejects.toMatchObject({ code: 'request-invalid' });
  await companion.client.call('cancelProbe', { id });
  expect(await summary).toMatchObject({ verdict: 'cancelled' });
});

function begin(id: string, server: Server, secret?: string): { summary: Promise<ProbeSummary>; steps: ProbeStep[] } {
  const steps: ProbeStep[] = [];
  companion.client.onEvent('probe-step', (body) => {
    const news = body as { id: string; step: ProbeStep };
    if (news.id === id) steps.push(news.step);
  });
  const request = { id, server, sender, disabled: [], ...(secret !== undefined && { secret }) };
  return { summary: companion.client.call('probe', request), steps };
}

async function timed(server: Server, secret?: string): Promise<{ steps: ProbeStep[]; ms: number }> {
  const started = performance.now();
  const { summary, steps } = begin(randomUUID(), server, secret);
  expect(await summary).toMatchObject({ verdict: 'failed' });
  return { steps, ms: performance.now() - started };
}

function portOf(server: TcpServer): number {
  return (server.address() as AddressInfo).port;
}
