import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftTextsSchema } from '../../domain/draft.ts';
import { z } from '../../domain/schema.ts';
import { badInputs } from '../domain/bad-inputs.ts';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { plainServer, sampleJob } from '../support/sample-job.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../support/scripted-smtp.ts';

type Row = Record<string, unknown>;

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

const mailbox = (address: unknown) => ({ name: '', address });
/** A row in the words of the wire: mailboxes are objects, the login belongs to the server. */
function onTheWire({ from, auth: _auth, replyTo, bcc, to, ...rest }: Row): Row {
  return {
    ...(from !== undefined && { from: Array.isArray(from) ? from.map(mailbox) : mailbox(from) }),
    ...(replyTo !== undefined && { replyTo: [replyTo] }),
    ...(Array.isArray(bcc) && { bcc: bcc.map(mailbox) }),
    ...(Array.isArray(to) && { to: to.map(mailbox) }),
    ...rest,
  };
}

const rows = badInputs('sender-headers').map((row) => ({ ...row, input: row.input as Row }));
/** One plain From is right on the wire; that no page can choose it is the row's point. */
const isOwnFrom = ({ input }: { input: Row }) => Object.keys(input).join() === 'from' && typeof input.from === 'string';

describe('group sender-headers', () => {
  test.each(rows.filter((row) => !isOwnFrom(row)))('$expect $input: $why', async ({ input, expect: verdict }) => {
    const { job, pdf } = sampleJob(plainServer(server.port));
    const before = server.connections();
    const mail = { ...job.mail, ...onTheWire(input) } as typeof job.mail;
    const sent = companion.client.call('submit', { ...job, mail }, { upload: pdf });
    if (verdict === 'reject') {
      await expect(sent).rejects.toMatchObject({ code: 'request-invalid' });
      return expect(server.connections()).toBe(before);
    }
    await sent;
    expect(await companion.settled(job.mail.id)).toMatchObject({ state: 'sent' });
    const header = server.messages.find((text) => text.includes(job.mail.id))?.split('\r\n\r\n')[0];
    expect(header).not.toMatch(/^Bcc:/im);
    if (mail.to.length === 0) expect(header).toMatch(/^To: undisclosed-recipients:;\r?$/im);
  });

  test.each(rows.filter((row) => row.expect === 'reject'))('no page can ask for $input', ({ input }) => {
    // What a page may say about a mail has no place for any of these.
    expect(z.parse(draftTextsSchema, input)).toEqual({});
  });
});
