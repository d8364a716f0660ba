import { simpleParser } from 'mailparser';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { eml } from '../../domain/eml.ts';
import type { Mail } from '../../domain/mail.ts';
import { outboxCsvHead, outboxCsvLine } from '../../domain/outbox-csv.ts';
import { sampleItem, sampleMail } from './samples.ts';

const pdf = Buffer.from('%PDF-1.7 bytes %%EOF');
const parsed = (mail: Mail) => simpleParser(eml(mail, [pdf.toString('base64')]));

describe('eml', () => {
  it.each<[string, Partial<Mail>]>([
    ['plain', {}],
    ['umlauts and a long subject', { subject: `Rechnung für Größe ${'ä'.repeat(120)}` }],
    ['emoji at the edge of a word', { subject: `${'a'.repeat(39)}👩‍👩‍👧‍👦 fin` }],
    ['what only looks encoded', { subject: '=?utf-8?B?QUJD?=' }],
    ['names that need quoting', { to: [{ name: 'North, Sons & "Co"', address: 'a@c.test' }] }],
    ['a text of many lines', { text: 'Grüße\n\n.\nFrom here\n' }],
    [
      'a file name of many letters',
      { attachments: [{ fileName: "Müller's (1) 100%.pdf", size: 1, sha256: 'a'.repeat(64) }] },
    ],
  ])('is read back as it was written: %s', async (_name, changes) => {
    const mail = { ...sampleMail, ...changes };
    const found = await parsed(mail);
    expect(found.subject).toBe(mail.subject);
    expect(found.messageId).toBe(mail.messageId);
    expect(found.date?.toISOString()).toBe(mail.date);
    expect(found.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect([found.to].flat()[0]?.value).toEqual(mail.to);
    expect(found.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
      [mail.attachments[0]?.fileName, pdf.toString()],
    ]);
  });

  it('names nobody who got it in blind copy', async () => {
    const text = eml({ ...sampleMail, to: [], bcc: [{ name: 'Secret', address: 'hidden@c.test' }] }, ['']);
    expect(text).not.toMatch(/bcc|hidden|secret/i);
    expect(text).toContain('To: undisclosed-recipients:;');
  });

  it('has no line that a mail program would refuse', async () => {
    const text = eml({ ...sampleMail, subject: 'ü'.repeat(255), text: 'x'.repeat(5000) }, [
      pdf.toString('base64').repeat(50),
    ]);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('CSV of the outbox', () => {
  it.each(['=HYPERLINK("http://x.test")', '+1', '-2', '@SUM(A1)', '\t=1', ' =1', '"quoted", and; more\nlines'])(
    'a subject like %j is text to a spreadsheet, and comes back',
    (subject) => {
      const line = outboxCsvLine(sampleItem({ mail: { ...sampleMail, subject } }));
      const { data, errors } = Papa.parse<Record<string, string>>(`${outboxCsvHead.slice(1)}${line}`, {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      const cell = data[0]?.subject ?? '';
      expect(cell.replace(/^'/, '')).toBe(subject);
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
    },
  );
});
