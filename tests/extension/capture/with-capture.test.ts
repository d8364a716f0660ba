import '../../components/english.ts';
import { describe, expect, it } from 'vitest';
import type { Attached, Capture } from '../../../domain/capture.ts';
import { blankDraft, type Draft } from '../../../domain/draft.ts';
import { withCapture } from '../../../extension/capture/with-capture.ts';

function capture(...names: string[]): Capture {
  return names.length === 0
    ? { state: 'choosing', choices: [] }
    : { state: 'ready', attachments: names.map(attached), choices: [] };
}

function attached(fileName: string): Attached {
  const attachment = { fileName, size: 1, sha256: '0'.repeat(64) };
  return { id: crypto.randomUUID(), attachment, source: 'file', url: '', madeAt: '2026-11-23T08:00:00Z' };
}

function draft(texts: Partial<Draft> = {}): Draft {
  return { ...blankDraft({ tabId: 1, url: 'https://erp.test/' }), capture: { state: 'capturing' }, ...texts };
}

const first = withCapture(draft(), capture('a.pdf'));

describe('a text that nobody changed names what the mail holds', () => {
  it.each<[string, string[], string, string]>([
    ['another PDF first', ['b.pdf', 'a.pdf'], 'b', 'find b.pdf and a.pdf attached'],
    ['a third one behind', ['a.pdf', 'b.pdf', 'c.pdf'], 'a', 'find a.pdf, b.pdf, and c.pdf attached'],
    ['another name', ['Invoice 7.pdf'], 'Invoice 7', 'find Invoice 7.pdf attached'],
  ])('%s', (_what, names, subject, message) => {
    expect(withCapture(first, capture(...names))).toMatchObject({ subject, message: expect.stringContaining(message) });
  });

  it('says nothing without a PDF, and begins again with the next', () => {
    const without = withCapture(first, capture());
    expect(without).toMatchObject({ subject: '', message: '' });
    expect(withCapture(without, capture('b.pdf'))).toMatchObject({ subject: 'b' });
  });

  it('follows a page that is taken again under another name', () => {
    const again = { ...first, capture: { state: 'capturing' } as const };
    expect(withCapture(again, capture('b.pdf'), undefined, first.capture)).toMatchObject({ subject: 'b' });
  });
});

describe('what a person wrote stays', () => {
  it.each([
    ['words', 'My words'],
    ['a text that was emptied', ''],
  ])('%s', (_what, text) => {
    const written = { ...first, subject: text, message: text };
    expect(withCapture(written, capture('b.pdf'))).toMatchObject({ subject: text, message: text });
  });
});
