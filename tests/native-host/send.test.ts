import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mail } from '../../domain/mail.ts';
import { type Companion, greetedCompanion, makeDataDir, readLog, removeDataDir } from '../support/companion.ts';
import { sampleJob } from '../support/sample-job.ts';
import { account, type Received, type SmtpInbox, smtpInbox } from '../support/smtp-inbox.ts';

describe.each(['tls', 'ssl'] as const)('a whole send over %s to a real server', (security) => {
  let inbox: SmtpInbox;
  let companion: Companion;
  const dataDir = makeDataDir();

  beforeAll(async () => {
    inbox = await smtpInbox(security);
    companion = await greetedCompanion(dataDir);
    await companion.client.call('saveSecret', { owner: owner(), secret: account.password, store: 'file' });
  });
  afterAll(async () => {
    await companion.leave();
    await inbox.close();
    await removeDataDir(dataDir);
  });
  const owner = () => {
    const { host, port, login } = inbox.server();
    return { host, port, login };
  };
  const send = async (mail: Partial<Mail> = {}, size?: number) => {
    const sample = sampleJob(inbox.server(), { mail, ...(size && { size }) });
    const queued = await companion.client.call('submit', sample.job, { upload: sample.pdf });
    const outcome = await companion.settled(sample.job.mail.id);
    const received = inbox.received.find(({ parsed }) => parsed.messageId === sample.job.mail.messageId);
    return { ...sample, queued, outcome, received };
  };

  test('delivers the PDF byte-identical, with subject, text, sender and date as approved', async () => {
    const subject = 'Faktura č. 7 – žluťoučký 発票 🧾';
    const { queued, outcome, received, job } = await send({ subject, text: 'Grüße\n.\n..two dots\n' }, 700_001);
    expect(queued).toMatchObject({ id: job.mail.id, attempt: 1 });
    expect(outcome).toMatchObject({ state: 'sent', recipients: [{ address: 'ann@client.example', accepted: true }] });
    const [attachment] = received?.parsed.attachments ?? [];
    expect(
      createHash('sha256')
        .update(attachment?.content ?? '')
        .digest('hex'),
    ).toBe(job.mail.attachments[0]?.sha256);
    expect(attachment).toMatchObject({ filename: 'invoice.pdf', contentType: 'application/pdf' });
    expect(received?.parsed).toMatchObject({ subject, text: 'Grüße\n.\n..two dots\n', date: new Date(job.mail.date) });
    expect(received?.parsed.from?.value).toEqual([job.mail.from]);
    expect(received?.from).toBe('billing@corp.example');
    expect(headersOf(received)).not.toMatch(/^X-Mailer|^Bcc/im);
  });

  test('hides blind recipients from every header', async () => {
    const bcc = [
      { name: 'Ann', address: 'ann@client.example' },
      { name: '', address: 'bob@other.example' },
    ];
    const { received } = await send({ to: [], bcc });
    expect(received?.to).toEqual(['ann@client.example', 'bob@other.example']);
    const headers = headersOf(received);
    expect(headers).toMatch(/^To: undisclosed-recipients:;$/m);
    expect(headers).not.toMatch(/^Bcc|ann@|bob@/im);
  });

  test('sets several reply addresses and visible recipients', async () => {
    const to = [
      { name: 'Smith, Ann', address: 'ann@client.example' },
      { name: '', address: 'bob@xn--mnchen-3ya.example' },
    ];
    const { received } = await send({ to, replyTo: ['r1@corp.example', 'r2@corp.example'] });
    expect(received?.parsed.replyTo?.value.map(({ address }) => address)).toEqual([
      'r1@corp.example',
      'r2@corp.example',
    ]);
    expect(received?.to).toEqual(['ann@client.example', 'bob@münchen.example']); // smtp-server shows A-labels decoded
    expect([received?.parsed.to].flat()[0]?.value.map(({ name }) => name)).toEqual(['Smith, Ann', '']);
  });

  test('keeps no bytes of a mail that is settled, and says nothing of people or passwords in log and journal', async () => {
    const { job } = await send({ id: randomUUID() });
    for (const folder of ['spool', 'locks']) await expect.poll(() => readdirSync(join(dataDir, folder))).toEqual([]);
    const log = readLog(dataDir);
    expect(log).toContain(`id=${job.mail.id} attempt=1 state=sent`);
    expect(log).not.toMatch(/@|Invoice|Canary/);
    const forms = [account.password, Buffer.from(account.password).toString('base64')];
    for (const form of forms) expect(everything(dataDir) + companion.printed()).not.toContain(form);
  });
});

function headersOf(received: Received | undefined): string {
  return received?.raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
}

function everything(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}
