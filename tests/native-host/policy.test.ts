import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TabpostError } from '../../domain/failure.ts';
import type { Mail } from '../../domain/mail.ts';
import type { Job } from '../../native-host/delivery/job.ts';
import { badInputs } from '../domain/bad-inputs.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../support/scripted-smtp.ts';

const dataDir = makeDataDir();
let companion: Companion;
let server: ScriptedSmtp;

beforeAll(async () => {
  companion = await greetedCompanion(dataDir);
  server = await scriptedSmtp({});
});
afterAll(async () => {
  await companion.leave();
  await server.close();
  await removeDataDir(dataDir);
});

/** Every place of a mail in which an address can stand. */
const places: Record<string, (address: string) => Partial<Mail>> = {
  To: (address) => ({ to: [{ name: '', address }] }),
  Cc: (address) => ({ cc: [{ name: '', address }] }),
  'Bcc, the constant one too': (address) => ({ bcc: [{ name: '', address }] }),
  'Reply-To': (address) => ({ replyTo: [address] }),
  'the sender': (address) => ({ from: { name: '', address } }),
};

/** The fixture's rows about the browser's side of the matter are in tests/e2e/recipients.ts. */
const rows = badInputs('policy').flatMap(({ input, rules = [], ...row }) => {
  const address = typeof input === 'string' ? input : (input as { address?: string }).address;
  return address === undefined ? [] : [{ ...row, rules, address }];
});
const refused = rows.filter((row) => row.expect === 'reject');

describe('no way around the disabled list over the raw wire: no connection is made', () => {
  for (const [place, put] of Object.entries(places)) {
    test.each(refused)(`in ${place}: $address ($why)`, async ({ address, rules }) => {
      const refusal = submit({ mail: put(address), disabled: rules });
      expect(await untouched(refusal)).toMatch(/^(?:address-disabled|request-invalid)$/);
    });
  }

  test('in the envelope of a retry', async () => {
    expect(await untouched(submit({ recipients: ['boss@corp.test'], disabled: ['boss@corp.test'] }))).toBe(
      'request-invalid',
    );
  });

  test('as the address a test of the connection asks about', async () => {
    const before = server.commands.length;
    const { verdict } = await companion.client.call('probe', {
      id: crypto.randomUUID(),
      server: plainServer(server.port),
      sender: 'boss@corp.test',
      disabled: ['*@corp.test'],
    });
    expect(verdict).toBe('failed');
    expect(server.commands.slice(before).filter((line) => /boss/i.test(line))).toEqual([]);
  });
});

test.each(rows.filter((row) => row.expect === 'accept'))('a neighbour is mailed: $address ($why)', async (row) => {
  expect(await submit({ mail: { to: [{ name: '', address: row.address }] }, disabled: row.rules })).toBe('sent');
});

test('the RCPT lines are the approved list, byte for byte and in its order', async () => {
  const names = ["O'Brien+Inv", 'UPPER.case', '_x-1', '{a}|b', '0'];
  const [to = '', cc = '', ...bcc] = names.map((name) => `${name}@b.test`);
  const mailbox = (address: string) => ({ name: 'Some, One', address });
  const before = server.commands.length;
  const mail = { to: [mailbox(to)], cc: [mailbox(cc), mailbox(to.toLowerCase())], bcc: bcc.map(mailbox) };
  expect(await submit({ mail })).toBe('sent');
  const lines = server.commands.slice(before).filter((line) => line.startsWith('RCPT'));
  expect(lines).toEqual(names.map((name) => `RCPT TO:<${name}@b.test>`));
});

describe('a name that is a trick', () => {
  test.each(badInputs('display-name'))('$expect: $why', async ({ input, expect: verdict }) => {
    const name = String(input);
    const outcome = submit({ mail: { to: [{ name, address: 'ann@client.example' }] } });
    if (verdict === 'reject') expect(await untouched(outcome)).toBe('request-invalid');
    else expect(await outcome).toBe('sent');
  });
});

/** The server must hear nothing: neither by a new connection nor by one that is still open. */
async function untouched(outcome: Promise<string>): Promise<string> {
  const heard = () => [server.connections(), server.commands.filter((line) => !line.startsWith('QUIT')).length];
  const before = heard();
  const result = await outcome;
  expect(heard()).toEqual(before);
  return result;
}

/** The final state, or the code it was refused with. */
async function submit(changes: { mail?: Partial<Mail> } & Partial<Omit<Job, 'mail'>>): Promise<string> {
  const { job, pdf } = sampleJob(plainServer(server.port), changes);
  try {
    await companion.client.call('submit', job, { upload: pdf });
    return (await companion.settled(job.mail.id)).state;
  } catch (error) {
    return (error as TabpostError).code;
  }
}
