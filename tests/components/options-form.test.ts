import './english.ts';
import { describe, expect, it } from 'vitest';
import { presetFor } from '../../domain/presets.ts';
import { readRules } from '../../domain/rule-list.ts';
import { z } from '../../domain/schema.ts';
import { emptySettings } from '../../domain/settings.ts';
import { type AccountValues, blankAccount } from '../../entrypoints/options/form/account-values.ts';
import { addRules, removeRule, withNote } from '../../entrypoints/options/form/add-rules.ts';
import { cleanAppPassword, isNormalPassword } from '../../entrypoints/options/form/clean-app-password.ts';
import { formSchema } from '../../entrypoints/options/form/form-schema.ts';
import { type FormValues, formValues } from '../../entrypoints/options/form/form-values.ts';
import { problemText } from '../../entrypoints/options/form/problem-text.ts';
import { problems } from '../../entrypoints/options/form/problems.ts';
import { readServer } from '../../entrypoints/options/form/read-server.ts';

const blank = formValues(emptySettings);
const filled: AccountValues = {
  ...blankAccount,
  host: ' Mail.Müller.test ',
  email: ' office@acme.test ',
  senderName: 'Acme',
  replyTo: { mailboxes: [{ name: '', address: 'replies@acme.test' }], text: '' },
};
const form = (account: Partial<AccountValues>): FormValues => ({ ...blank, accounts: [{ ...filled, ...account }] });
const wrong = (change: Partial<AccountValues>) => problems(form(change));

describe('readServer', () => {
  it.each([
    ['smtp.acme.test', { host: 'smtp.acme.test' }],
    ['  smtp.acme.test. ', { host: 'smtp.acme.test' }],
    ['smtp://smtp.acme.test:587/', { host: 'smtp.acme.test', port: '587' }],
    ['smtps://user@smtp.acme.test', { host: 'smtp.acme.test', security: 'ssl' }],
    ['"smtp.acme.test:0465"', { host: 'smtp.acme.test', port: '465' }],
    ['smtp.\u200bacme.test\u00a0', { host: 'smtp.acme.test' }],
    ['', { host: '' }],
  ])('reads %j', (text, server) => {
    expect(readServer(text)).toEqual(server);
  });
});

describe('cleanAppPassword', () => {
  it.each([
    ['abcd efgh ijkl mnop', 'abcdefghijklmnop', 3],
    [' abcd\u00a0efgh ijkl mnop ', 'abcdefghijklmnop', 5],
    ['\ufeffabcd\u200befgh\u2060ijkl\u200d mnop\r\n', 'abcdefghijklmnop', 7],
    ['abcdefghijklmnop ', 'abcdefghijklmnop', 1],
    ['abcd-efgh-ijkl-mnop', 'abcd-efgh-ijkl-mnop', 0],
    ['my long pass phrase', 'my long pass phrase', 0],
    [' secret ', ' secret ', 0],
  ])('%j', (typed, password, removed) => {
    expect(cleanAppPassword(typed)).toEqual({ password, removed });
  });
});

describe('isNormalPassword', () => {
  it.each([
    ['smtp.gmail.com', 'My normal password', true],
    ['smtp.gmail.com', 'abcd efgh ijkl mnop', false],
    ['smtp.gmail.com', 'abcdefghijklmnop', false],
    ['smtp.gmail.com', 'abcdefghijklmno1', true],
    ['smtp.gmail.com', '', false],
    ['smtp.mail.yahoo.com', 'hunter2', true],
    ['smtp.mail.me.com', 'abcd-efgh-ijkl-mnop', false],
    ['smtp.corp.test', 'hunter2', false],
  ])('at %s: %j -> %s', (host, password, isNormal) => {
    expect(isNormalPassword(password, presetFor(host))).toBe(isNormal);
  });
});

describe('problems', () => {
  it('finds none in a filled form, nor in one without any account', () => {
    expect(wrong({})).toEqual([]);
    expect(problems(blank)).toEqual([]);
  });

  it.each([
    [{ host: '' }, 'host', 'required'],
    [{ host: 'a b' }, 'host', 'host'],
    [{ port: '0' }, 'port', 'port'],
    [{ port: '4x' }, 'port', 'port'],
    [{ email: 'nobody' }, 'email', 'email'],
    [{ security: 'none' }, 'security', 'plain-password'],
    [{ otherLogin: true }, 'login', 'required'],
    [{ sender: 'x' }, 'sender', 'email'],
    [{ senderName: 'a@b' }, 'senderName', 'name'],
    [{ replyTo: { mailboxes: [], text: 'nonsense' } }, 'replyTo', 'reply-to'],
    [{ signature: 'x'.repeat(2001) }, 'signature', 'signature'],
    [{ sentCopy: true }, 'sentCopyHost', 'required'],
    [{ sentCopy: true, sentCopyHost: 'imap.acme.test', sentCopyPort: '0' }, 'sentCopyPort', 'port'],
    [{ sentCopy: true, sentCopyHost: 'imap.acme.test', sentCopyFolder: 'a\nb' }, 'sentCopyFolder', 'folder'],
  ] as [Partial<AccountValues>, string, string][])('%j is wrong in %s', (change, field, code) => {
    expect(wrong(change)).toEqual([{ field, code, account: 0 }]);
    expect(problemText(code)).toMatch(/\.$/);
  });

  it('a rule that is typed but not added is no rule yet', () => {
    expect(problems({ ...blank, newRule: 'x@y.test' })).toEqual([{ field: 'newRule', code: 'rule-pending' }]);
  });

  it('tells whose field is wrong, and goes by a blank account', () => {
    const accounts = [filled, blankAccount, { ...filled, host: '' }];
    expect(problems({ ...blank, accounts })).toEqual([{ field: 'host', code: 'required', account: 2 }]);
  });

  it('lets a password go unencrypted to this computer only', () => {
    expect(wrong({ security: 'none', host: '127.0.0.1' })).toEqual([]);
    expect(wrong({ security: 'none', host: '127.evil.test' })).toHaveLength(1);
  });
});

describe('formSchema', () => {
  it('brings the fields to what is stored', () => {
    expect(z.parse(formSchema, form({})).settings).toMatchObject({
      profiles: [
        {
          email: 'office@acme.test',
          server: { host: 'mail.xn--mller-kva.test', port: 465, login: 'office@acme.test', authentication: 'password' },
          sender: { name: 'Acme', address: 'office@acme.test' },
          replyTo: ['replies@acme.test'],
        },
      ],
      severalRecipients: 'blind',
    });
  });

  it('keeps no login and no password without authentication', () => {
    const { settings, passwords } = z.parse(formSchema, form({ authentication: false, password: 'typed' }));
    expect(settings.profiles[0]?.server).toMatchObject({ authentication: 'none', login: '' });
    expect(passwords).toEqual({});
  });

  it('shows stored settings as they were typed', () => {
    const sentCopy = { sentCopy: true, sentCopyHost: 'imap.acme.test', sentCopyFolder: 'Gesendet' };
    const typed = form({ id: 'p', name: 'Office', signature: 'Ann\nAcme', fileNamePattern: '{number}', ...sentCopy });
    const { settings } = z.parse(formSchema, typed);
    expect(formValues({ ...emptySettings, ...settings })).toEqual({
      ...typed,
      accounts: [{ ...typed.accounts[0], host: 'mail.xn--mller-kva.test', email: 'office@acme.test' }],
    });
  });
});

describe('addRules', () => {
  const list = { rules: ['a@x.test', 'b@x.test'], notes: { 'a@x.test': 'left the company' } };
  const add = (text: string) => addRules(list, readRules(text));

  it('adds many at once in their normal form, each once, and names what was there', () => {
    expect(add('@Y.test, *.z.test, @y.test\nA@x.test')).toEqual({
      rules: ['*@y.test', '*.z.test', 'a@x.test', 'b@x.test'],
      notes: list.notes,
      added: 2,
      known: ['a@x.test'],
    });
  });

  it('keeps the note that is there, and takes one where there is none', () => {
    expect(add('a@x.test\tnew\nb@x.test\tinternal\nc@x.test').notes).toEqual({
      'a@x.test': 'left the company',
      'b@x.test': 'internal',
    });
  });

  it('takes a rule out with its note', () => {
    expect(removeRule(list, 'a@x.test')).toEqual({ rules: ['b@x.test'], notes: {} });
  });

  it('takes an emptied note away', () => {
    expect(withNote(list, 'a@x.test', '').notes).toEqual({});
    expect(withNote(list, 'b@x.test', 'why').notes).toEqual({ ...list.notes, 'b@x.test': 'why' });
  });
});

describe('addresses that get or answer mail although they are disabled', () => {
  const boss = { mailboxes: [{ name: '', address: 'boss@corp.test' }], text: '' };
  it.each<[string, Partial<FormValues>, object]>([
    ['a constant blind copy', { alwaysBcc: boss }, { field: 'alwaysBcc' }],
    ['a reply address', { accounts: [{ ...filled, replyTo: boss }] }, { field: 'replyTo', account: 0 }],
  ])('%s', (_case, change, place) => {
    expect(problems({ ...blank, disabled: ['*@corp.test'], ...change })).toEqual([
      { ...place, code: 'address-disabled' },
    ]);
  });
});

describe('several recipients', () => {
  it.each(['blind', 'visible', 'each'] as const)('%s is shown and saved as it is', (severalRecipients) => {
    const values = formValues({ ...emptySettings, severalRecipients });
    expect(z.parse(formSchema, values).settings.severalRecipients).toBe(severalRecipients);
  });

  it('the third choice is kept beneath the check mark', () => {
    const values = formValues({ ...emptySettings, severalRecipients: 'each' });
    expect(z.parse(formSchema, { ...values, blind: true }).settings.severalRecipients).toBe('blind');
    expect(values.otherwise).toBe('each');
  });
});

it('a note of a rule that is gone is not saved', () => {
  const values = { ...blank, disabled: ['a@x.test'], disabledNotes: { 'a@x.test': 'why', 'b@x.test': 'gone' } };
  expect(z.parse(formSchema, values).settings.disabledNotes).toEqual({ 'a@x.test': 'why' });
});
