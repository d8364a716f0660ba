import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Job } from '../../../native-host/delivery/job.ts';
import { ensureProgram } from '../../../scripts/set-up.mjs';
import { type Certificate, makeCertificate } from '../../support/certificate.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { plainServer, type Sample, sampleJob } from '../../support/sample-job.ts';
import { type Script, scriptedSmtp } from '../../support/scripted-smtp.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { trustingBundle } from './trusting-bundle.ts';

const isRoot = process.getuid?.() === 0;
const program = isRoot ? ensureProgram('dovecot') : undefined;
const login = { user: 'u@test.example', pass: 'p' };

describe.skipIf(!program)('a copy in the Sent folder of a real Dovecot', () => {
  const dataDir = makeDataDir();
  let certificate: Certificate;
  let dovecot: Dovecot;
  let companion: Companion;

  beforeAll(async () => {
    certificate = await makeCertificate();
    dovecot = await startDovecot({ program: String(program), certificate, login, sent: 'Gesendet' });
    companion = await start();
  });
  afterAll(async () => {
    await companion?.leave();
    dovecot?.stop();
    await removeDataDir(dataDir);
  });

  const start = () => greetedCompanion(dataDir, trustingBundle(dataDir, certificate));

  type Wish = { script?: Script; job?: Partial<Omit<Job, 'mail'>>; mail?: Partial<Job['mail']>; folder?: string };

  async function begin({ script = {}, job = {}, mail = {}, folder }: Wish = {}) {
    const smtp = await scriptedSmtp(script);
    const server = plainServer(smtp.port, {
      authentication: 'password',
      login: login.user,
      pin: certificate.pin,
    });
    const { host, port } = server;
    await companion.client.call('saveSecret', { owner: { host, port, login: login.user }, secret: 'p', store: 'file' });
    const sentCopy = { host, port: dovecot.port, security: 'tls', ...(folder && { folder }) } as const;
    return { smtp, sample: sampleJob(server, { mail, sentCopy, ...job }) };
  }

  async function send(wish: Wish = {}) {
    const { smtp, sample } = await begin(wish);
    await companion.client.call('submit', sample.job, { upload: sample.pdf });
    const outcome = await copied(companion, sample);
    await smtp.close();
    return { smtp, sample, outcome };
  }

  const copiesOf = ({ job }: Sample) =>
    dovecot.messages('Gesendet').filter((text) => text.includes(job.mail.messageId));

  test('holds the very bytes that were sent, and the hidden recipients', async () => {
    const bcc = [{ name: 'Ann', address: 'ann@client.example' }];
    const { smtp, sample, outcome } = await send({ mail: { to: [], bcc, text: 'Grüße\n.\nzwei' } });
    expect(outcome).toMatchObject({ state: 'sent', copy: { state: 'filed' } });
    const [copy = ''] = copiesOf(sample);
    expect(copy).toContain('\nBcc: Ann <ann@client.example>\n');
    const onTheWire = smtp.messages[0]?.replaceAll('\r\n', '\n').replaceAll('\n..', '\n.') ?? '';
    expect(onTheWire).not.toContain('Bcc');
    expect(copy.replace('Bcc: Ann <ann@client.example>\n', '').trimEnd()).toBe(onTheWire.trimEnd());
    await expect.poll(() => readdirSync(join(dataDir, 'spool'))).toEqual([]);
  });

  test.each<[string, Wish, Outcome['copy']]>([
    ['the folder that was named', { folder: 'Gesendet' }, { state: 'filed' }],
    [
      'a folder that is not there',
      { folder: 'Nowhere' },
      { state: 'failed', failure: { code: 'folder-missing', detail: 'Nowhere' } },
    ],
  ])('%s', async (_name, wish, copy) => {
    expect((await send(wish)).outcome).toMatchObject({ state: 'sent', copy });
  });

  test('a mailbox that cannot be reached changes nothing about the mail', async () => {
    const { smtp, sample } = await begin();
    const sentCopy = { host: '127.0.0.1', port: 1, security: 'tls' } as const;
    await companion.client.call('submit', { ...sample.job, sentCopy }, { upload: sample.pdf });
    const outcome = await copied(companion, sample);
    expect(outcome).toMatchObject({
      state: 'sent',
      copy: { state: 'failed', failure: { code: 'connection-refused' } },
    });
    await smtp.close();
  });

  test('shows the password to no IMAP server it was not typed for; typed again it files', async () => {
    const { smtp, sample } = await begin();
    const { host, port } = sample.job.server;
    const elsewhere = { host: 'localhost', port: dovecot.port, security: 'tls' } as const;
    const send = async () => {
      const { job, pdf } = sampleJob(sample.job.server, { sentCopy: elsewhere });
      await companion.client.call('submit', job, { upload: pdf });
      return copied(companion, { ...sample, job });
    };
    expect(await send()).toMatchObject({
      state: 'sent',
      copy: { state: 'failed', failure: { code: 'copy-unconfirmed', detail: `localhost:${dovecot.port}` } },
    });
    const owner = { host, port, login: login.user };
    await companion.client.call('saveSecret', {
      owner,
      secret: 'p',
      store: 'file',
      copyServer: { host: elsewhere.host, port: elsewhere.port },
    });
    expect(await send()).toMatchObject({ state: 'sent', copy: { state: 'filed' } });
    await smtp.close();
  });

  test('is not asked for when nobody got the mail', async () => {
    const { smtp, sample } = await begin({ script: { dot: '554 spam' } });
    await companion.client.call('submit', sample.job, { upload: sample.pdf });
    const outcome = await companion.settled(sample.job.mail.id);
    expect(outcome).toMatchObject({ state: 'rejected' });
    expect(outcome.copy).toBeUndefined();
    await smtp.close();
  });

  test('is filed once, by the next companion, when everything is killed after the 250', async () => {
    const { smtp, sample } = await begin({ script: { QUIT: '221 bye' } });
    await companion.client.call('submit', sample.job, { upload: sample.pdf });
    const { state } = await companion.settled(sample.job.mail.id);
    expect(state).toBe('sent');
    killAll(companion);
    await companion.exited;
    companion = await start();
    expect(await copied(companion, sample)).toMatchObject({ state: 'sent', copy: { state: 'filed' } });
    expect([copiesOf(sample).length, smtp.messages.length]).toEqual([1, 1]);
    await smtp.close();
  });
});

/** Resolves when it is decided what became of the copy. */
function copied({ client }: Companion, { job }: Sample): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const consider = (outcome: Outcome | undefined) => {
      if (outcome?.id === job.mail.id && outcome.copy && outcome.copy.state !== 'waiting') resolve(outcome);
    };
    client.onEvent('outcome', (body) => consider(body as Outcome));
    client.call('outcome', { ids: [job.mail.id] }).then(({ outcomes }) => consider(outcomes[0]), reject);
  });
}

function killAll({ process: { pid = 0 } }: Companion): void {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  for (const each of [pid, ...children.map(Number)]) process.kill(each, 'SIGKILL');
}
