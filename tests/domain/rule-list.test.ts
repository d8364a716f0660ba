import { describe, expect, it } from 'vitest';
import { readRules } from '../../domain/rule-list.ts';

describe('readRules', () => {
  it.each([
    ['@Y.test, *.z.test;A@x.test', '*@y.test|*.z.test|a@x.test', ''],
    ['a@x.test b@y.test', 'a@x.test|b@y.test', ''],
    ['a@x.test\r\nb@y.test\n\n', 'a@x.test|b@y.test', ''],
    ['\ufeffa@x.test\tthe boss', 'a@x.test=the boss', ''],
    ['"a@x.test","left, 2024"', 'a@x.test=left, 2024', ''],
    ['a@x.test;;Payroll;internal', 'a@x.test=Payroll, internal', ''],
    ['corp.test', '', 'corp.test'],
    ['a@x.test left in May', 'a@x.test=left in May', ''],
    ['address,reason\na@x.test,old', 'a@x.test=old', 'address,reason'],
    ['a@x.test,b@y.test,what?', 'a@x.test|b@y.test', 'what?'],
    ['', '', ''],
  ])('%j', (text, rules, unreadable) => {
    const read = readRules(text);
    expect(read.found.map(({ rule, note }) => (note ? `${rule}=${note}` : rule)).join('|')).toBe(rules);
    expect(read.unreadable.join('|')).toBe(unreadable);
  });

  it('cuts a note that is too long and cleans one that no line may hold', () => {
    const [row] = readRules(`a@x.test\t${'x'.repeat(300)}`).found;
    expect(row?.note).toHaveLength(200);
    expect(readRules('a@x.test\tb\u0000c\u202e').found[0]?.note).toBe('b c');
  });
});
