import { describe, expect, it } from 'vitest';
import { type Failure, failureSchema, failures, TabpostError, toFailure } from '../../domain/failure.ts';
import { z } from '../../domain/schema.ts';

describe('failures', () => {
  it.each(Object.entries(failures))('%s says in one sentence when it is thrown', (code, { retry, when }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(['never', 'later', 'ask']).toContain(retry);
    expect(when).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('tries nothing again by itself once the message may have left', () => {
    expect(failures['outcome-unknown'].retry).toBe('ask');
  });
});

describe('toFailure', () => {
  it.each<[string, unknown, Failure]>([
    ['a code', new TabpostError('not-set-up'), { code: 'not-set-up' }],
    [
      'all parts',
      new TabpostError('recipient-refused', { detail: '550 no', address: 'a@b.test' }),
      { code: 'recipient-refused', detail: '550 no', address: 'a@b.test' },
    ],
    [
      'both sizes',
      new TabpostError('message-too-big', { size: 34_000_000, limit: 25_000_000 }),
      { code: 'message-too-big', size: 34_000_000, limit: 25_000_000 },
    ],
    ['a foreign error', new TypeError('x is not a function'), { code: 'unexpected', detail: 'x is not a function' }],
    ['something thrown that is no error', 'boom', { code: 'unexpected', detail: 'boom' }],
    ['undefined', undefined, { code: 'unexpected', detail: 'undefined' }],
  ])('%s', (_case, error, failure) => {
    expect(toFailure(error)).toEqual(failure);
    expect(z.parse(failureSchema, JSON.parse(JSON.stringify(toFailure(error))))).toEqual(failure);
  });

  it('survives the way over a border', () => {
    const failure: Failure = { code: 'sender-refused', detail: '553', address: 'a@b.test' };
    expect(toFailure(TabpostError.from(failure))).toEqual(failure);
  });

  it('never lets the cause out: it may hold anything', () => {
    expect(JSON.stringify(toFailure(new TabpostError('unexpected', { cause: new Error('hunter2') })))).not.toContain(
      'hunter2',
    );
  });
});

describe('failureSchema', () => {
  it('reads the code of a newer program as unexpected, and keeps its words', () => {
    expect(z.parse(failureSchema, { code: 'invented-later', detail: '550 no' })).toEqual({
      code: 'unexpected',
      detail: '550 no',
    });
  });
});
