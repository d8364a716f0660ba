import '../components/english.ts';
import { expect, it } from 'vitest';
import { type FailureCode, failures } from '../../domain/failure.ts';
import { copyAdvice } from '../../extension/copy-advice.ts';

it.each(Object.keys(failures) as FailureCode[])(
  'a copy that failed by %s never says that the mail was not sent',
  (code) => {
    const { title, text } = copyAdvice({ code, detail: 'imap.acme.test' });
    expect(title).toBe('No copy in the Sent folder');
    expect(text).toMatch(/^The mail itself was sent/);
  },
);

it.each<[FailureCode, string]>([
  ['copy-unconfirmed', 'settings'],
  ['secret-missing', 'settings'],
  ['folder-missing', 'senders'],
  ['connection-refused', 'senders'],
])('%s leads to the fields that help', (code, action) => {
  expect(copyAdvice({ code }).action).toBe(action);
});
