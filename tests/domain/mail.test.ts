import { describe, expect, it } from 'vitest';
import type { Draft } from '../../domain/draft.ts';
import { compose, envelopeRecipients, mailSchema, maxMessage } from '../../domain/mail.ts';
import type { Mailbox } from '../../domain/mailbox.ts';
import { z } from '../../domain/schema.ts';
import { emptySettings, type Settings } from '../../domain/settings.ts';
import { badInputs } from './bad-inputs.ts';
import { sampleDraft, sampleId, sampleMail, sampleProfile, sampleSettings } from './samples.ts';

const now = new Date('2026-11-22T10:00:00.000Z');
const [a, b] = ['a', 'b'].map((name) => ({ name: '', address: `${name}@shop.test` })) as [Mailbox, Mailbox];
const recipients = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: '', address: `a${at}@shop.test` }));

function composed(changes: Partial<Draft> = {}, settings: Settings = sampleSettings) {
  return compose({ ...sampleDraft, ...changes }, settings, now);
}

describe('compose', () => {
  it('takes the sender, the reply addresses and the draft as they are; the id is the Message-ID', () => {
    expect(composed()).toEqual({
      ...sampleMail,
      replyTo: ['office@corp.test'],
      messageId: `<${sampleId}@corp.test>`,
      date: now.toISOString(),
    });
  });

  it.each<[string, Partial<Draft>, Partial<Settings>, string]>([
    ['one recipient', { to: [a] }, { severalRecipients: 'blind' }, 'To a'],
    ['one in Cc alone', { to: [], cc: [a] }, { severalRecipients: 'blind' }, 'Cc a'],
    ['one in Bcc alone', { to: [], bcc: [a] }, { severalRecipients: 'visible' }, 'Bcc a'],
    ['two', { to: [a, b] }, { severalRecipients: 'blind' }, 'Bcc a b'],
    ['two', { to: [a, b] }, { severalRecipients: 'visible' }, 'To a b'],
    ['To and Cc', { to: [a], cc: [b] }, { severalRecipients: 'blind' }, 'Bcc a b'],
    ['To and Cc', { to: [a], cc: [b] }, { severalRecipients: 'visible' }, 'To a Cc b'],
    ['To and Bcc', { to: [a], bcc: [b] }, { severalRecipients: 'blind' }, 'To a Bcc b'],
    ['the same in To and Cc', { to: [a], cc: [a] }, { severalRecipients: 'blind' }, 'To a'],
    ['the same in To and Bcc', { to: [a], bcc: [a, b] }, { severalRecipients: 'visible' }, 'To a Bcc b'],
    ['one and the constant copy', { to: [a] }, { alwaysBcc: ['c@shop.test'] }, 'To a Bcc c'],
    ['two and the constant copy', { to: [a, b] }, { alwaysBcc: ['c@shop.test'] }, 'Bcc a b c'],
    ['the constant copy to a recipient', { to: [a] }, { alwaysBcc: ['a@shop.test'] }, 'To a'],
  ])('%s: who is seen by whom (%#)', (_case, draft, settings, seen) => {
    const mail = composed(draft, { ...sampleSettings, ...settings });
    const names = (mailboxes: { address: string }[]) => mailboxes.map(({ address }) => address.charAt(0));
    const parts = [['To', names(mail.to)] as const, ['Cc', names(mail.cc)] as const, ['Bcc', names(mail.bcc)] as const];
    expect(parts.flatMap(([field, who]) => (who.length > 0 ? [field, ...who] : [])).join(' ')).toBe(seen);
  });

  it.each<[string, Partial<Draft>, Settings, string]>([
    ['nothing is set up', {}, emptySettings, 'not-set-up'],
    ['nobody is addressed', { to: [] }, sampleSettings, 'no-recipient'],
    ['the PDF is not there yet', { capture: { state: 'capturing' } }, sampleSettings, 'draft-missing'],
    ['the message is too long', { message: 'x'.repeat(maxMessage + 1) }, sampleSettings, 'text-invalid'],
    ['the message holds NUL', { message: 'a\0b' }, sampleSettings, 'text-invalid'],
    ['there are 101 recipients', { to: recipients(101) }, sampleSettings, 'too-many-recipients'],
  ])('refuses when %s', (_case, draft, settings, code) => {
    expect(() => composed(draft, settings)).toThrowError(expect.objectContaining({ code }));
  });

  it.each(badInputs('subject'))('subject, $expect: $why', ({ input, expect: verdict, why }) => {
    const subject = String(input);
    const refused = verdict === 'reject' || subject.length > 255 || why.startsWith('RTL');
    if (refused) expect(() => composed({ subject })).toThrowError(expect.objectContaining({ code: 'text-invalid' }));
    else expect(composed({ subject }).subject).toBe(subject.trim());
  });

  it.each(badInputs('display-name'))('sender name, $expect: $why', ({ input, expect: verdict }) => {
    const name = String(input);
    const sender = { ...sampleProfile.sender, name };
    const settings = { ...sampleSettings, profiles: [{ ...sampleProfile, sender }] };
    if (verdict === 'reject')
      expect(() => composed({}, settings)).toThrowError(expect.objectContaining({ code: 'text-invalid' }));
    else expect(composed({}, settings).from.name).toBe(name);
  });
});

describe('mailSchema', () => {
  it.each<[string, object]>([
    ['free headers', { headers: { Bcc: 'e@e.test' } }],
    ['an envelope of its own', { envelope: { to: ['b@x.test'] } }],
    ['a Sender header', { sender: 'x@y.test' }],
    ['two senders', { from: [sampleMail.from, sampleMail.from] }],
    ['a group as reply address', { replyTo: ['x: ;'] }],
    ['a List header', { list: { help: 'x\r\nBcc: e@e' } }],
    ['a DSN parameter', { dsn: { id: 'x\r\nRCPT' } }],
    ['an In-Reply-To', { inReplyTo: '<x>\r\nX: y' }],
    ['a Message-ID with a line end', { messageId: `<${sampleId}@b.test>\r\n` }],
    ['a date that is none', { date: 'tomorrow' }],
    ['no attachment', { attachments: [] }],
    ['an attachment with a path', { attachments: [{ ...sampleMail.attachments[0], fileName: '../x.pdf' }] }],
    ['an empty attachment', { attachments: [{ ...sampleMail.attachments[0], size: 0 }] }],
    ['a recipient that is two', { to: [{ name: '', address: 'a@b.test,c@d.test' }] }],
  ])('refuses %s', (_case, changes) => {
    expect(z.safeParse(mailSchema, { ...sampleMail, ...changes }).success).toBe(false);
  });

  it('takes a mail with hidden recipients only', () => {
    expect(z.safeParse(mailSchema, { ...sampleMail, to: [], bcc: sampleMail.to }).success).toBe(true);
  });
});

describe('envelopeRecipients', () => {
  it('gives every mailbox once, seen ones first', () => {
    const bcc = [
      { name: '', address: 'CUSTOMER@shop.test' },
      { name: '', address: 'x@shop.test' },
    ];
    expect(envelopeRecipients({ to: sampleMail.to, cc: [], bcc }).map((address) => address.toLowerCase())).toEqual([
      'customer@shop.test',
      'x@shop.test',
    ]);
  });
});
