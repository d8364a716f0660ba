import { describe, expect, it } from 'vitest';
import { type Draft, missing } from '../../domain/draft.ts';
import { sampleDraft } from './samples.ts';

describe('missing', () => {
  it.each<[string, Partial<Draft>, string[]]>([
    ['nothing', {}, []],
    ['a recipient', { to: [] }, ['recipient']],
    ['a recipient, while text stands in the field', { to: [], toText: 'a@b.test' }, ['recipient']],
    ['the PDF, still made', { capture: { state: 'capturing' } }, ['attachment']],
    ['the PDF, failed', { capture: { state: 'failed', failure: { code: 'page-error' } } }, ['attachment']],
    ['a subject of blanks', { subject: '   ' }, ['subject']],
    ['everything', { to: [], subject: '', capture: { state: 'capturing' } }, ['recipient', 'attachment', 'subject']],
  ])('%s', (_case, changes, gaps) => {
    expect(missing({ ...sampleDraft, ...changes })).toEqual(gaps);
  });
});
