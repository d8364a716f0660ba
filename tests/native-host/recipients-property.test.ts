import fc from 'fast-check';
import { type AddressObject, simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseAddress } from '../../domain/address.ts';
import { displayNameSchema, type Mailbox } from '../../domain/mailbox.ts';
import { z } from '../../domain/schema.ts';
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

function accepted(text: string): boolean {
  try {
    parseAddress(text);
    return true;
  } catch {
    return false; // whatever is wrong with it, it is no recipient
  }
}

const atext = [..."ABCxyz019!#$%&'*+/=?^_`{|}~-."];
const local = fc.array(fc.constantFrom(...atext), { minLength: 1, maxLength: 24 }).map((letters) => letters.join(''));
const label = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9-]{0,8}[A-Za-z0-9])?$/),
  fc.constantFrom('münchen', 'faß', 'εταιρεία', '例え', 'xn--mnchen-3ya', 'e\u0301xample', 'пример'),
);
const domain = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, 'test'].join('.'));
const address = fc
  .tuple(local, domain)
  .map((parts) => parts.join('@'))
  .filter(accepted)
  .map((text) => parseAddress(text).address);
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('Doe, John', 'a "b" c', '= ?utf-8?q?x?=', '(x) <y>; z'),
  )
  .filter((text) => text === text.trim() && !/\s{2}/.test(text) && z.safeParse(displayNameSchema, text).success);
const recipients = fc.uniqueArray(fc.record({ name, address }), {
  minLength: 1,
  maxLength: 6,
  selector: (mailbox) => mailbox.address.toLowerCase(),
});

async function send(changes: { to: Mailbox[]; bcc: Mailbox[] }) {
  const { job, pdf } = sampleJob(plainServer(server.port), { mail: changes, size: 200 });
  const [commands, messages] = [server.commands.length, server.messages.length];
  await companion.client.call('submit', job, { upload: pdf });
  const outcome = await companion.settled(job.mail.id);
  return { outcome, commands: server.commands.slice(commands), message: server.messages.slice(messages)[0] ?? '' };
}

/** The independent parser shows A-labels as their letters. */
function asSent(address = ''): string {
  return parseAddress(address).address;
}

test('whatever the parser accepts arrives unchanged, and reads the same in an independent parser', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(recipients, fc.boolean(), async (people, hidden) => {
      const { outcome, commands, message } = await send(hidden ? { to: [], bcc: people } : { to: people, bcc: [] });
      expect(outcome).toMatchObject({ state: 'sent' });
      const envelope = commands.filter((line) => /^RCPT/i.test(line));
      expect(envelope).toEqual(people.map((each) => `RCPT TO:<${each.address}>`));
      const { to } = await simpleParser(message);
      const read = [to].flat().flatMap((each: AddressObject | undefined) => each?.value ?? []);
      if (hidden) expect(read.flatMap((each) => each.address || [])).toEqual([]);
      else expect(read.map((each) => ({ name: each.name, address: asSent(each.address) }))).toEqual(people);
    }),
    { numRuns: 40 },
  );
});
