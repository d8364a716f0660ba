import { describe, expect, it } from 'vitest';
import type { Draft } from '../../domain/draft.ts';
import { envelopeRecipients } from '../../domain/mail.ts';
import { mailsOf } from '../../domain/mails-of.ts';
import type { Settings } from '../../domain/settings.ts';
import { sampleDraft, sampleId, sampleSettings } from './samples.ts';

const now = new Date('2026-11-22T10:00:00.000Z');
const anna = { name: 'Anna', address: 'Anna@shop.test' };
const bob = { name: '', address: 'bob@shop.test' };
const cleo = { name: '', address: 'cleo@shop.test' };

type Case = { draft?: Partial<Draft>; settings?: Partial<Settings> };

function mails({ draft = {}, settings = {} }: Case) {
  return mailsOf({ ...sampleDraft, ...draft }, { ...sampleSettings, severalRecipients: 'each', ...settings }, now);
}

describe('one mail each', () => {
  it('makes a mail for everybody in any field, each seen by its own recipient only', async () => {
    const made = await mails({ draft: { to: [anna], cc: [bob], bcc: [cleo] } });
    expect(made.map(({ to, cc, bcc }) => ({ to, cc, bcc }))).toEqual(
      [anna, bob, cleo].map((person) => ({ to: [person], cc: [], bcc: [] })),
    );
  });

  it('derives every id from draft and address, so that a second press finds the same mails', async () => {
    const first = await mails({ draft: { to: [anna, bob] } });
    const second = await mails({ draft: { to: [bob, { ...anna, address: 'anna@SHOP.test'.toLowerCase() }] } });
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id).reverse());
    const other = await mails({ draft: { id: crypto.randomUUID(), to: [anna, bob] } });
    expect(
      new Set([sampleId, ...first, ...other].map((mail) => (typeof mail === 'string' ? mail : mail.id))).size,
    ).toBe(5);
    for (const { id, messageId } of first) expect(messageId).toBe(`<${id}@corp.test>`);
  });

  it('takes an address that stands in two fields once', async () => {
    const made = await mails({ draft: { to: [anna, bob], cc: [{ name: '', address: 'ANNA@shop.test' }] } });
    expect(made.flatMap(envelopeRecipients)).toEqual(['Anna@shop.test', 'bob@shop.test']);
  });

  it('sends the constant blind copy with every mail, named in none', async () => {
    const made = await mails({ draft: { to: [anna, bob] }, settings: { alwaysBcc: ['archive@corp.test'] } });
    expect(made.map(envelopeRecipients)).toEqual([
      ['Anna@shop.test', 'archive@corp.test'],
      ['bob@shop.test', 'archive@corp.test'],
    ]);
    expect(made.flatMap(({ to, cc }) => [...to, ...cc])).toEqual([anna, bob]);
  });

  it.each<[string, Case]>([
    ['there is one recipient', { draft: { to: [anna] } }],
    ['recipients are hidden', { draft: { to: [anna, bob] }, settings: { severalRecipients: 'blind' } }],
    ['recipients are seen', { draft: { to: [anna, bob] }, settings: { severalRecipients: 'visible' } }],
  ])('is one mail under the id of the draft when %s', async (_case, choice) => {
    expect((await mails(choice)).map(({ id }) => id)).toEqual([sampleId]);
  });

  it('counts the recipients of the draft, not of a mail', async () => {
    const to = Array.from({ length: 101 }, (_, at) => ({ name: '', address: `a${at}@shop.test` }));
    await expect(mails({ draft: { to } })).rejects.toMatchObject({ code: 'too-many-recipients' });
  });
});
