import './english.ts';
import { describe, expect, it } from 'vitest';
import { companionCommand } from '../../components/companion-command.ts';
import { fileSize } from '../../components/file-size.ts';
import { moment } from '../../components/moment.ts';
import { pagePlace } from '../../components/page-place.ts';
import { problemText } from '../../components/problem-text.ts';
import { recipientNames } from '../../components/recipient-names.ts';

const mailbox = (address: string, name = '') => ({ name, address });

describe('small texts', () => {
  it.each([
    [1, '1 KB'],
    [86_016, '84 KB'],
    [1_258_291, '1.2 MB'],
    [52_428_800, '50 MB'],
  ])('%d bytes read as %s', (bytes, text) => {
    expect(fileSize(bytes)).toBe(text);
  });

  it('names the day of a moment', () => {
    const now = new Date(2026, 10, 24, 15, 0).getTime();
    const at = (day: number) => moment(new Date(2026, 10, day, 14, 32).getTime(), now);
    expect(at(24)).toMatch(/^today at (14|2):32/);
    expect(at(23)).toMatch(/^yesterday at/);
    expect(at(3)).toMatch(/3.* at/);
  });

  it('shows the place of a page without what only machines read', () => {
    expect(pagePlace('https://erp.test/invoices/2026%2D0417?token=1#x')).toBe('erp.test / invoices / 2026-0417');
    expect(pagePlace('https://erp.test/100%')).toBe('erp.test / 100%');
    expect(pagePlace(undefined)).toBeUndefined();
  });

  it('names few recipients and counts many', () => {
    expect(recipientNames({ to: [mailbox('a@x.test', 'Anna'), mailbox('b@x.test')], bcc: [] })).toBe(
      'Anna and b@x.test',
    );
    expect(recipientNames({ to: [], bcc: ['a', 'b', 'c', 'd'].map((name) => mailbox(`${name}@x.test`)) })).toBe(
      '4 recipients',
    );
  });

  it('names the rule of a disabled address only when it says more', () => {
    const problem = { kind: 'disabled', address: 'a@x.test' } as const;
    expect(problemText({ ...problem, rule: 'a@x.test' })).not.toContain('(');
    expect(problemText({ ...problem, rule: '*@x.test' })).toContain('(*@x.test)');
  });

  it('gives a command for every trouble with the companion', () => {
    expect(companionCommand('companion-missing')).toMatch(/ install$/);
    expect(companionCommand('companion-silent')).toMatch(/ doctor$/);
  });
});
