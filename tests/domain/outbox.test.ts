import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FailureCode, failures } from '../../domain/failure.ts';
import { needsAttention } from '../../domain/needs-attention.ts';
import { canRetry, next, type OutboxEvent, type OutboxItem, type OutboxState } from '../../domain/outbox.ts';
import { deliveryStateSchema, type Outcome, owedRecipients } from '../../domain/outcome.ts';
import { assertHolds } from './assert-holds.ts';
import { sampleItem, sampleOutcome, sampleProfile } from './samples.ts';

const minute = 60_000;
const final: OutboxState[] = ['sent', 'partly-sent', 'rejected', 'not-sent', 'unknown', 'cancelled'];
const sending = sampleItem({ state: 'sending', attempt: 1 });
const news = (state: Outcome['state'], changes: Partial<Outcome> = {}): OutboxEvent => ({
  type: 'outcome',
  outcome: sampleOutcome(state, changes),
});
const refused = (code: FailureCode): OutboxEvent => ({ type: 'refused', failure: { code } });
const after = (item: OutboxItem, ...events: OutboxEvent[]) => events.reduce((at, event) => next(at, event, 0), item);

describe('next', () => {
  it.each<[string, OutboxState, OutboxEvent, OutboxState]>([
    ['hand-over of a waiting mail', 'waiting', { type: 'hand-over' }, 'sending'],
    ['second hand-over of the same mail', 'sending', { type: 'hand-over' }, 'sending'],
    ['hand-over of a sent mail', 'sent', { type: 'hand-over' }, 'sent'],
    ['server took it', 'sending', news('sent'), 'sent'],
    ['server took it for some', 'sending', news('partial'), 'partly-sent'],
    ['server refused it', 'sending', news('rejected'), 'rejected'],
    ['nobody knows', 'sending', news('unknown'), 'unknown'],
    ['refused for now', 'sending', news('deferred', { failure: { code: 'server-later' } }), 'waiting'],
    ['login refused', 'sending', news('not-sent', { failure: { code: 'login-refused' } }), 'not-sent'],
    ['connection refused', 'sending', news('not-sent', { failure: { code: 'connection-refused' } }), 'waiting'],
    ['hand-over refused', 'sending', refused('address-disabled'), 'not-sent'],
    ['answer to the hand-over lost', 'sending', refused('outcome-unknown'), 'unknown'],
    ['cancelled before its turn', 'waiting', { type: 'cancel' }, 'cancelled'],
    ['cancelled too late', 'sending', { type: 'cancel' }, 'sending'],
    ['a person marks an unknown one as sent', 'unknown', { type: 'mark-sent' }, 'sent'],
    ['a person marks a rejected one as sent', 'rejected', { type: 'mark-sent' }, 'rejected'],
    ['a person tries an unknown one again', 'unknown', { type: 'retry' }, 'waiting'],
    ['a person tries a sent one again', 'sent', { type: 'retry' }, 'sent'],
    ['a person tries a partly sent one again', 'partly-sent', { type: 'retry' }, 'partly-sent'],
    ['late refusal of a sent mail', 'sent', news('rejected'), 'sent'],
    ['late news of a cancelled mail', 'cancelled', news('sent'), 'cancelled'],
  ])('%s: %s -> %s', (_case, from, event, to) => {
    expect(next({ ...sending, state: from }, event, 0).state).toBe(to);
  });

  it('a test message is never tried again, neither by the machine nor by a press', () => {
    const trial = { ...sending, trial: sampleProfile.server };
    const stopped = after(trial, news('deferred', { failure: { code: 'server-later' } }));
    expect(stopped.state).toBe('not-sent');
    expect(canRetry(stopped)).toBe(false);
  });

  it.each<[string, OutboxEvent[], OutboxState]>([
    ['not-sent after data-complete proves nothing', [news('data-complete'), news('not-sent')], 'unknown'],
    [
      'broken connection after data-complete',
      [news('data-complete'), news('not-sent', { failure: { code: 'connection-lost' } })],
      'unknown',
    ],
    ['journal forgot a mail it had', [news('queued'), news('absent')], 'unknown'],
    ['journal never had it', [news('absent')], 'not-sent'],
    [
      'complete 4xx after data-complete',
      [news('data-complete'), news('deferred', { failure: { code: 'server-later' } })],
      'waiting',
    ],
    ['refusal of a hand-over the journal knows', [news('sending'), refused('connection-lost')], 'sending'],
    ['late "queued" hides no data-complete', [news('data-complete'), news('queued'), news('not-sent')], 'unknown'],
  ])('%s', (_case, events, to) => {
    expect(after(sending, ...events).state).toBe(to);
  });

  it.each<[string, number, OutboxState]>([
    ['within its memory: it never had the mail', 27, 'not-sent'],
    ['at the end of its memory: it may have forgotten it', 29, 'unknown'],
  ])('the journal knows nothing %s', (_case, days, to) => {
    expect(next(sending, news('absent'), days * 24 * 60 * minute).state).toBe(to);
  });

  it('ignores news of another try', () => {
    expect(next(sending, news('sent', { attempt: 2 }), 0)).toBe(sending);
  });

  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 60],
    [20, 60],
  ])('after try %i it waits %i minutes', (attempt, minutes) => {
    const item = sampleItem({ state: 'sending', attempt });
    expect(next(item, refused('connection-timeout'), 5).dueAt).toBe(minutes * minute + 5);
  });

  it('gives up a day after the first try', () => {
    const day = 24 * 60 * minute;
    const tried = { ...sending, attempt: 20 };
    expect(next(tried, refused('server-later'), day).state).toBe('waiting');
    expect(next(tried, refused('server-later'), day + 1).state).toBe('not-sent');
  });

  it('does not give up after one try because the clock was set forward', () => {
    expect(next(sending, refused('server-later'), 30 * 24 * 60 * minute).state).toBe('waiting');
  });

  it('the time to take it back is over with the first try, offline or not', () => {
    const undoable = sampleItem({ undoUntil: 5000, dueAt: 5000 });
    expect(next(undoable, { type: 'cancel' }, 0)).toMatchObject({ state: 'cancelled' });
    expect(next(undoable, { type: 'hand-over', host: 'mail.test' }, 5000)).toMatchObject({
      state: 'sending',
      host: 'mail.test',
    });
    expect(next(undoable, { type: 'hand-over' }, 5000).undoUntil).toBeUndefined();
    const offline = next(undoable, { type: 'offline' }, 6000);
    expect(offline).toMatchObject({ state: 'waiting', failure: { code: 'offline' }, dueAt: 6000 });
    expect(offline.undoUntil).toBeUndefined();
  });

  it('a failure is seen once, and a new try is new', () => {
    const failed = next(sending, refused('login-refused'), 0);
    expect(needsAttention(failed)).toBe(true);
    const seen = next(failed, { type: 'seen' }, 1);
    expect(needsAttention(seen)).toBe(false);
    expect(next(seen, { type: 'seen' }, 2)).toBe(seen);
    expect(next(seen, { type: 'retry' }, 3).seen).toBeUndefined();
  });

  it('what nobody knows the end of needs an answer, however often it was looked at', () => {
    const unsure = next(sending, news('unknown'), 0);
    expect(next(unsure, { type: 'seen' }, 1)).toBe(unsure);
    expect(needsAttention(unsure)).toBe(true);
  });

  it('starts a new try without news of the last one, and never changes the mail', () => {
    const recipients = [{ address: 'a@b.test', accepted: false }];
    const failed = after(
      sending,
      news('rejected', { failure: { code: 'recipient-refused' }, recipients, response: '550 no' }),
    );
    expect(failed).toMatchObject({ recipients, response: '550 no', finishedAt: 0 });
    const again = after(failed, { type: 'retry' }, { type: 'hand-over' });
    expect(again).toEqual(sampleItem({ state: 'sending', attempt: 2 }));
  });
});

describe('a mail that only some have', () => {
  const some = [
    { address: 'a@b.test', accepted: true },
    { address: 'c@d.test', accepted: false, later: true },
    { address: 'e@f.test', accepted: false, later: false },
  ];
  const later = news('partial', { recipients: some, failure: { code: 'recipient-later', address: 'c@d.test' } });
  const waiting = after(sending, later);

  it('is tried again for the rest alone, and remembers who has it', () => {
    expect(waiting).toMatchObject({ state: 'waiting', dueAt: minute });
    expect(owedRecipients(after(waiting, { type: 'hand-over' }).recipients)).toEqual(['c@d.test']);
  });

  it.each<[string, OutboxEvent[]]>([
    ['its rest is given up by a person', [{ type: 'cancel' }]],
    ['the companion refuses the next try', [{ type: 'hand-over' }, refused('address-disabled')]],
    [
      'the login fails at the next try',
      [{ type: 'hand-over' }, news('not-sent', { attempt: 2, failure: { code: 'login-refused' } })],
    ],
    [
      'nobody is left to try',
      [
        { type: 'hand-over' },
        news('partial', {
          attempt: 2,
          failure: { code: 'recipient-refused' },
          recipients: some.filter(({ later }) => !later),
        }),
      ],
    ],
  ])('is never called unsent: %s', (_case, events) => {
    expect(after(waiting, ...events)).toMatchObject({ state: 'partly-sent', failure: expect.anything() });
  });

  it('waits on for the rest while the companion files the copy of what was sent', () => {
    const still = after(waiting, { type: 'hand-over' }, refused('mail-busy'));
    expect(still).toMatchObject({ state: 'waiting', recipients: some });
  });

  it('is sent when the rest has it', () => {
    expect(after(waiting, { type: 'hand-over' }, news('sent', { attempt: 2 })).state).toBe('sent');
  });

  it('can be tried again by a person while somebody is left', () => {
    expect(canRetry(after(waiting, { type: 'cancel' }))).toBe(true);
  });
});

describe('the copy in the Sent folder', () => {
  const sent = after(sending, news('sent', { copy: { state: 'waiting' } }));

  it.each(['filed', 'failed'] as const)('%s: noted, and the mail stays sent', (state) => {
    const told = after(sent, news('sent', { copy: { state } }));
    expect(told).toEqual({ ...sent, outcome: { ...sent.outcome, copy: { state } } });
  });

  it('is not taken from news of another try, or of another result', () => {
    const copy = { state: 'filed' as const };
    expect(after(sent, news('sent', { attempt: 2, copy }), news('rejected', { copy }))).toBe(sent);
  });
});

describe('a second copy that a person accepted', () => {
  const unknown = after(sending, news('unknown'));
  const accepted = after(unknown, { type: 'retry' });

  it.each<[string, OutboxEvent[]]>([
    ['is refused at the hand-over', [{ type: 'hand-over' }, refused('companion-missing')]],
    ['is cancelled before its turn', [{ type: 'cancel' }]],
    ['is pressed for twice, then refused', [{ type: 'retry' }, { type: 'hand-over' }, refused('draft-missing')]],
  ])('%s: the first one is as unknown as before', (_case, events) => {
    expect(after(accepted, ...events)).toMatchObject({ state: 'unknown', secondCopyAccepted: false });
  });

  it.each<[string, OutboxEvent, FailureCode]>([
    ['is refused for now', news('deferred', { attempt: 2, failure: { code: 'server-later' } }), 'server-later'],
    [
      'finds no server',
      news('not-sent', { attempt: 2, failure: { code: 'connection-refused' } }),
      'connection-refused',
    ],
    [
      'is refused for good',
      news('rejected', { attempt: 2, failure: { code: 'recipient-refused' } }),
      'recipient-refused',
    ],
    ['is taken back on its way', news('not-sent', { attempt: 2, failure: { code: 'cancelled' } }), 'cancelled'],
    [
      'reaches only some',
      news('partial', {
        attempt: 2,
        failure: { code: 'recipient-later' },
        recipients: [
          { address: 'a@b.test', accepted: true },
          { address: 'c@d.test', accepted: false, later: true },
        ],
      }),
      'recipient-later',
    ],
  ])('%s: the doubt stays, the newest reason is told, and no machine tries a third time', (_case, event, code) => {
    expect(after(accepted, { type: 'hand-over' }, event)).toMatchObject({
      state: 'unknown',
      failure: { code: 'outcome-unknown' },
      secondFailure: { code },
      secondCopyAccepted: false,
    });
  });

  it('is sent: that ends the doubt', () => {
    const sent = after(accepted, { type: 'hand-over' }, news('sent', { attempt: 2 }));
    expect(sent.state).toBe('sent');
  });

  it('asks again before a third one', () => {
    const later = news('deferred', { attempt: 2, failure: { code: 'server-later' } });
    const again = after(accepted, { type: 'hand-over' }, later, { type: 'retry' });
    expect(again).toMatchObject({ state: 'waiting', secondCopyAccepted: true });
    expect(after(again, { type: 'hand-over' }).secondFailure).toBeUndefined();
  });
});

describe('any order of events', () => {
  const code = fc.constantFrom(...(Object.keys(failures) as FailureCode[]));
  const failure = fc.option(code, { nil: undefined }).map((value) => value && { code: value });
  const event: fc.Arbitrary<OutboxEvent> = fc.oneof(
    fc.constantFrom<OutboxEvent>(
      { type: 'hand-over' },
      { type: 'offline' },
      { type: 'seen' },
      { type: 'retry' },
      { type: 'cancel' },
      { type: 'mark-sent' },
    ),
    fc.record({ type: fc.constant('progress' as const), done: fc.nat(), total: fc.nat() }),
    code.map(refused),
    fc
      .tuple(fc.constantFrom(...deliveryStateSchema.options), fc.integer({ min: 1, max: 3 }), failure)
      .map(([state, attempt, why]) => news(state, { attempt, ...(why && { failure: why }) })),
  );

  function everyStep(check: (before: OutboxItem, event: OutboxEvent, later: OutboxItem) => void): void {
    assertHolds(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let item = sampleItem();
        for (const [at, step] of events.entries()) {
          const later = next(item, step, at * minute);
          check(item, step, later);
          item = later;
        }
      }),
      2000,
    );
  }

  it('never leaves sent', () => {
    everyStep((before, _event, later) => {
      if (before.state === 'sent') expect(later).toBe(before);
    });
  });

  it('never says sent without the journal or a person saying so', () => {
    everyStep((before, step, later) => {
      if (before.state === 'sent' || later.state !== 'sent') return;
      expect(step.type === 'mark-sent' || (step.type === 'outcome' && step.outcome.state === 'sent')).toBe(true);
    });
  });

  it('never tries again by itself once the message may have left, but for a complete 4xx', () => {
    everyStep((before, step, later) => {
      const mayHaveLeft = before.state === 'unknown' || before.outcome?.state === 'data-complete';
      if (!mayHaveLeft || before.state === 'waiting' || later.state !== 'waiting') return;
      const byServer = step.type === 'outcome' && step.outcome.state === 'deferred';
      expect(before.state === 'unknown' ? step.type === 'retry' : step.type === 'retry' || byServer).toBe(true);
    });
  });

  it('once nobody knows, only sent or a person ends the doubt, and each further try is a press', () => {
    let doubt = false;
    everyStep((before, step, later) => {
      doubt = before.state === 'unknown' || (doubt && before.attempt > 0);
      if (!doubt) return;
      expect(['unknown', 'waiting', 'sending', 'sent']).toContain(later.state);
      if (later.state === 'waiting' && before.state !== 'waiting') expect(step.type).toBe('retry');
    });
  });

  it('hands over once a try: the attempt grows by one, only from waiting, only by hand-over', () => {
    everyStep((before, step, later) => {
      if (later.attempt === before.attempt) return;
      expect([before.state, step.type, later.state, later.attempt]).toEqual([
        'waiting',
        'hand-over',
        'sending',
        before.attempt + 1,
      ]);
    });
  });

  it('has an end exactly in the final states, and a failure in those that failed', () => {
    everyStep((_before, _event, later) => {
      expect(later.finishedAt !== undefined).toBe(final.includes(later.state));
      if (['partly-sent', 'rejected', 'not-sent', 'unknown'].includes(later.state)) expect(later.failure).toBeDefined();
    });
  });
});

describe('canRetry', () => {
  it.each<[OutboxState, boolean]>([
    ['waiting', true],
    ['sending', false],
    ['sent', false],
    ['partly-sent', false],
    ['rejected', true],
    ['not-sent', true],
    ['unknown', true],
    ['cancelled', false],
  ])('%s: %s', (state, may) => {
    expect(canRetry(sampleItem({ state }))).toBe(may);
  });
});
