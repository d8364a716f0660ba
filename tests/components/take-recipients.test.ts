import './english.ts';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../components/problem-text.ts';
import { takeRecipients } from '../../components/take-recipients.ts';

const anna = { name: '', address: 'anna@nortwind.test' };
const rules = ['payroll@acme.test', '*@internal.test'];
const take = (text: string, mailboxes = [anna]) => takeRecipients({ mailboxes, text }, { rules });

describe('takeRecipients', () => {
  it('takes several of one paste, with their names, each once', () => {
    const { value, problem } = take('Bob <bob@x.test>; ANNA@nortwind.test, bob@x.test');
    expect(value).toEqual({ mailboxes: [anna, { name: 'Bob', address: 'bob@x.test' }], text: '' });
    expect(problem).toBeUndefined();
  });

  it('leaves in the text what is no address, and says what', () => {
    const { value, problem } = take('bob@x.test; nonsense');
    expect(value.text).toBe('nonsense');
    expect(value.mailboxes).toHaveLength(2);
    expect(problem).toEqual({ kind: 'malformed', text: 'nonsense', fault: 'at' });
  });

  it.each([
    ['bob', /not a complete/],
    ['jürgen@x.test', /letters such as/],
    ['Jürgen <jürgen@x.test>', /letters such as/],
    ['a@\uff45xample.test', /only look like/],
  ])('says of %j what is wrong', (text, words) => {
    const { problem } = take(text);
    expect(problem && problemText(problem)).toMatch(words);
  });

  it('refuses a disabled address in place and names the rule', () => {
    const { value, problem } = take('bob@internal.test');
    expect(value).toEqual({ mailboxes: [anna], text: 'bob@internal.test' });
    expect(problem).toEqual({ kind: 'disabled', address: 'bob@internal.test', rule: '*@internal.test' });
  });

  it('takes nothing of a list that is too long', () => {
    const text = Array.from({ length: 100 }, (_, n) => `a${n}@x.test`).join(';');
    const { value, problem } = take(text);
    expect(value).toEqual({ mailboxes: [anna], text });
    expect(problem).toEqual({ kind: 'too-many', max: 100 });
  });
});
