import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Mail } from '../../../domain/mail.ts';
import { badInputs } from '../../domain/bad-inputs.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../../support/companion.ts';
import { plainServer, sampleJob } from '../../support/sample-job.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../../support/scripted-smtp.ts';

const dataDir = makeDataDir();
const file = join(dataDir, 'policy.json');
const setPolicy = (text: string) => writeFileSync(file, text);
let companion: Companion;
let server: ScriptedSmtp;

beforeAll(async () => {
  process.env.TABPOST_POLICY_FILE = file;
  companion = await greetedCompanion(dataDir);
  server = await scriptedSmtp({});
});
beforeEach(() => rmSync(file, { force: true }));
afterAll(async () => {
  await companion.leave();
  await server.close();
  await removeDataDir(dataDir);
});

/** What the companion says to a mail whose request carries an empty list. */
async function submit(mail: Partial<Mail>): Promise<unknown> {
  const { job, pdf } = sampleJob(plainServer(server.port), { mail });
  return companion.client.call('submit', { ...job, disabled: [] }, { upload: pdf }).then(
    () => companion.settled(job.mail.id),
    (error: unknown) => error,
  );
}

type Request = { field?: string; address?: string; raceUi?: string; request?: object };
const rows = badInputs('policy').flatMap(({ input, rules = ['boss@corp.test'], why }) =>
  typeof input === 'object' ? [{ why, rules, input: input as Request }] : [],
);

test.each(rows)(
  'group policy, $input: $why',
  async ({ input: { field = 'to', address = 'boss@corp.test' }, rules }) => {
    // The rule comes while the companion runs: it holds no older list.
    setPolicy(JSON.stringify({ disabled: rules }));
    const mailbox = { name: '', address };
    // An imported address and a test's recipient come as any other; a copy to oneself is a blind one.
    const place = field === 'cc' ? 'cc' : field === 'copy to self' ? 'bcc' : 'to';
    expect(await submit({ [place]: [mailbox] })).toMatchObject({ code: 'address-disabled', address });
    expect(server.connections()).toBe(0);
  },
);

test('the connection test does not ask about an address that is disabled here', async () => {
  setPolicy(JSON.stringify({ disabled: ['*@corp.example'] }));
  const { server: settings, mail } = sampleJob(plainServer(server.port)).job;
  const request = { id: randomUUID(), server: settings, sender: mail.from.address, disabled: [] };
  expect(await companion.client.call('probe', request)).toMatchObject({ verdict: 'failed' });
});

test.each(['{', '[]', '{"disabled":["***"]}', '{"disabled":"all"}'])(
  'a policy that cannot be read stops every mail: %s',
  async (text) => {
    setPolicy(text);
    expect(await submit({})).toMatchObject({ code: 'policy-invalid', detail: file });
  },
);

test('without a policy, or with one about other things, mail goes', async () => {
  expect(await submit({})).toMatchObject({ state: 'sent' });
  setPolicy(JSON.stringify({ disabled: ['*@rival.test'], of: 'a newer version' }));
  expect(await submit({})).toMatchObject({ state: 'sent' });
});
