import './english.ts';
import { describe, expect, it } from 'vitest';
import type { Attached } from '../../domain/capture.ts';
import { blankDraft, type Draft } from '../../domain/draft.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { OutboxItem, OutboxState } from '../../domain/outbox.ts';
import type { Profile } from '../../domain/profile.ts';
import { emptySettings, type Settings } from '../../domain/settings.ts';
import { canSend } from '../../entrypoints/popup/can-send.ts';
import { changeAccount } from '../../entrypoints/popup/change-account.ts';
import { composeStatus } from '../../entrypoints/popup/compose-status.ts';
import { recipientHint } from '../../entrypoints/popup/recipient-hint.ts';
import { type Known, screenFor } from '../../entrypoints/popup/screen-for.ts';
import { startOver } from '../../entrypoints/popup/start-over.ts';
import { sampleMail, sampleOutcome } from '../domain/samples.ts';

const profile: Profile = {
  id: 'p',
  name: '',
  email: 'a@acme.test',
  server: { host: 'smtp.acme.test', port: 465, security: 'ssl', authentication: 'password', login: 'a@acme.test' },
  sender: { name: '', address: 'a@acme.test' },
  replyTo: [],
  signature: '',
  fileNamePattern: '',
};
const acme: Profile = { ...profile, sender: { ...profile.sender, name: 'Acme' }, signature: 'Ann' };
const settings: Settings = { ...emptySettings, profiles: [profile] };
const attached: Attached = {
  id: 'a',
  attachment: { fileName: 'invoice_1.pdf', size: 10, sha256: '0'.repeat(64) },
  source: 'page',
  url: 'https://erp.test/1.pdf',
  madeAt: '2026-11-24T12:00:00Z',
};
const draft: Draft = {
  ...blankDraft({ tabId: 1, url: 'https://erp.test/1.pdf' }),
  id: 'd',
  to: [
    { name: '', address: 'a@x.test' },
    { name: '', address: 'b@x.test' },
  ],
  subject: 'Invoice',
  capture: { state: 'ready', attachments: [attached], choices: [] },
  edited: true,
};
const item = (state: OutboxState, rest: Partial<OutboxItem> = {}) => ({ id: 'd', state, ...rest }) as OutboxItem;
const mailTo = (name: string, state: OutboxState) => {
  const to = [{ name: '', address: `${name}@x.test` }];
  return item(state, { id: name, draftId: 'd', mail: { ...sampleMail, to } });
};
const failed = (code: FailureCode): Draft => ({ ...draft, capture: { state: 'failed', failure: { code } } });
const known: Known = {
  settings: { state: 'ready', value: settings },
  companion: { state: 'ready' },
  editor: { draft },
  items: [],
  place: 'popup',
};
const noCompanion = { state: 'failed', failure: { code: 'companion-missing' } } as const;

describe('screenFor', () => {
  it.each([
    ['loading', { settings: { state: 'reading' } }],
    ['failed', { settings: { state: 'failed', failure: { code: 'storage-damaged' } } }],
    ['not-set-up', { settings: { state: 'ready', value: emptySettings } }],
    ['first', { settings: { state: 'ready', value: emptySettings }, companion: noCompanion }],
    ['companion', { companion: noCompanion }],
    ['compose', { companion: { state: 'checking' } }],
    ['loading', { editor: { draft: null } }],
    ['loading', { items: undefined }],
    ['blocked', { editor: { draft: failed('page-blocked') } }],
    ['compose', { editor: { draft: failed('page-not-pdf') } }],
    ['failed', { broken: { code: 'background-silent' } }],
    ['failed', { items: undefined, broken: { code: 'storage-damaged' } }],
    ['compose', { items: [item('sending')] }],
    ['compose', { items: [item('waiting')] }],
    ['compose', { items: [item('not-sent')] }],
    ['compose', { items: [item('cancelled')] }],
    ['result', { items: [item('waiting', { failure: { code: 'connection-lost' } })] }],
    ['result', { items: [item('sent')], companion: noCompanion }],
    ['result', { items: [item('unknown')] }],
    ['several', { items: [mailTo('a', 'sent'), mailTo('b', 'waiting')] }],
    ['several', { items: [mailTo('a', 'sent'), mailTo('b', 'cancelled')] }],
    ['several', { items: [mailTo('a', 'not-sent'), mailTo('b', 'not-sent')] }],
    ['compose', { items: [mailTo('a', 'cancelled'), mailTo('b', 'cancelled')] }],
    ['several', { items: [item('cancelled'), mailTo('a', 'sent'), mailTo('b', 'sent')] }],
    ['result', { items: [item('sent'), mailTo('a', 'cancelled'), mailTo('b', 'cancelled')] }],
  ] as [string, Partial<Known>][])('is %s for %j', (kind, change) => {
    expect(screenFor({ ...known, ...change }).kind).toBe(kind);
  });
});

describe('compose', () => {
  const status = (change: Partial<Draft>, sent: OutboxItem | null = null, at = 0) =>
    composeStatus({
      draft: { ...draft, ...change },
      host: 'smtp.acme.test',
      item: sent,
      checking: false,
      online: true,
      now: at,
    });

  it('can send a whole draft, and one whose address is still being typed', () => {
    expect(canSend(draft)).toBe(true);
    expect(canSend({ ...draft, to: [], toText: 'b@x.test' })).toBe(true);
    expect(canSend({ ...draft, to: [], toText: 'Bob' })).toBe(false);
    expect(canSend({ ...draft, subject: ' ' })).toBe(false);
    expect(canSend(failed('page-error'))).toBe(false);
  });

  it('says what is missing, else that all is ready', () => {
    expect(status({}).text).toBe('Ready · smtp.acme.test');
    expect(status({ to: [] }).text).toBe('Add a recipient');
    expect(status({ subject: '' }).text).toBe('Add a subject');
    expect(status({ to: [], capture: { state: 'capturing' } }).text).toMatch(/PDF/);
  });

  it('counts the bytes, then waits for the answer', () => {
    const progress = { done: 52_000, total: 84_000 };
    expect(status({}, item('sending', { progress })).text).toBe('Sending 62% · 51 KB of 82 KB');
    expect(status({}, item('sending', { progress: { done: 84_000, total: 84_000 } })).text).toMatch(/answer/);
    expect(status({}, item('sending')).text).toBe('Sending…');
  });

  const people = (text: string) => [...text].map((name) => ({ name: '', address: `${name}@x.test` }));
  it.each<[string, string, string, Settings['severalRecipients'], string | undefined]>([
    ['a', '', '', 'blind', undefined],
    ['a', '', '', 'each', undefined],
    ['abc', '', '', 'blind', "3 recipients, all in blind copy: they can't see each other."],
    ['a', 'b', '', 'blind', "2 recipients, all in blind copy, those in Cc too: they can't see each other."],
    ['abc', '', '', 'visible', "3 recipients, who see each other's addresses."],
    ['a', 'b', 'c', 'visible', "2 recipients see each other's addresses, but not 1 in blind copy."],
    ['abc', '', '', 'each', "3 mails, one for each recipient: they can't see each other."],
    ['a', '', 'b', 'visible', 'One recipient is seen, 1 in blind copy is not.'],
    ['a', '', 'bc', 'blind', 'One recipient is seen, 2 in blind copy are not.'],
    ['', '', 'a', 'blind', 'The only recipient is in blind copy.'],
    ['', '', 'ab', 'visible', "2 recipients, all in blind copy: they can't see each other."],
    ['a', 'a', '', 'visible', undefined],
  ])('To %j, Cc %j, Bcc %j under %s: who sees whom', (to, cc, bcc, severalRecipients, hint) => {
    const recipients = { to: people(to), cc: people(cc), bcc: people(bcc) };
    expect(recipientHint(recipients, { severalRecipients, alwaysBcc: [] })).toBe(hint);
  });

  it('names the constant blind copy, unless it goes to a recipient anyway', () => {
    const hint = (address: string) =>
      recipientHint({ to: people('a'), cc: [], bcc: [] }, { severalRecipients: 'blind', alwaysBcc: [address] });
    expect(hint('archive@x.test')).toBe('A blind copy goes to archive@x.test.');
    expect(hint('A@x.test')).toBeUndefined();
  });

  it('counts down while the press can be taken back', () => {
    const undoable = item('waiting', { undoUntil: 5000 });
    expect(status({}, undoable, 100).text).toBe('Sending in 5 s…');
    expect(status({}, undoable, 4001).text).toBe('Sending in 1 s…');
    expect(status({}, undoable, 5000).text).toBe('Handing over…');
  });

  it('says after 20 seconds that the server still has not answered', () => {
    const outcome = sampleOutcome('data-complete', { at: new Date(1000).toISOString() });
    expect(status({}, item('sending', { outcome }), 20_000).text).toMatch(/^Waiting for the server/);
    expect(status({}, item('sending', { outcome }), 21_001).text).toMatch(/^Still waiting/);
  });

  it('starts over with the same PDF under a new id', () => {
    const fresh = startOver({ ...draft, profileId: 'b' }, acme);
    expect(fresh).toMatchObject({
      to: [],
      subject: 'invoice 1',
      profileId: 'b',
      message: expect.stringMatching(/Acme\n\nAnn$/),
      edited: false,
      capture: draft.capture,
    });
    expect(fresh.id).not.toBe(draft.id);
  });

  it('another account brings its own first message; one that was changed keeps its words and gets the signature', () => {
    const bob = { ...acme, id: 'b', sender: { ...acme.sender, name: 'Bob' }, signature: 'Bob B.' };
    const first = startOver(draft, acme);
    expect(changeAccount(first, acme, bob)).toEqual({ profileId: 'b', message: startOver(draft, bob).message });
    const typed = { ...draft, message: 'My words\n\nAnn' };
    expect(changeAccount(typed, acme, bob)).toEqual({ profileId: 'b', message: 'My words\n\nBob B.' });
  });
});
