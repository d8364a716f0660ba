import { describe, expect, it } from 'vitest';
import { enqueue } from '../../domain/enqueue.ts';
import type { OutboxState } from '../../domain/outbox.ts';
import { sampleId, sampleItem, sampleMail } from './samples.ts';

const ids = {
  whole: sampleId,
  a: '00000000-0000-5000-8000-00000000000a',
  b: '00000000-0000-5000-8000-00000000000b',
};
type Name = keyof typeof ids;
const names = Object.keys(ids) as Name[];
const nameOf = (id: string) => names.find((name) => ids[name] === id);

/** `a:sent b:waiting` as the draft's items. */
function items(text: string) {
  return text.split(' ').flatMap((part) => {
    const [name, state] = part.split(':');
    return name
      ? [
          sampleItem({
            id: ids[name as Name],
            state: state as OutboxState,
            attempt: 2,
            failure: { code: 'unexpected' },
          }),
        ]
      : [];
  });
}

function pressed(before: string, wanted: string) {
  const mails = wanted.split(' ').map((name) => ({ ...sampleMail, id: ids[name as Name] }));
  return enqueue(items(before), {
    draftId: sampleId,
    profileId: 'main',
    pageUrl: 'https://erp.test/1',
    mails,
    now: 7,
    undoSeconds: 0,
  });
}

describe('enqueue', () => {
  it.each([
    ['a first press', '', 'whole', 'whole:waiting'],
    ['a first press, one mail each', '', 'a b', 'a:waiting b:waiting'],
    ['a second press while it waits', 'whole:waiting', 'whole', ''],
    ['a second press while it is sent', 'whole:sending', 'whole', ''],
    ['a press after it was sent', 'whole:sent', 'whole', ''],
    ['a press while nobody knows', 'whole:unknown', 'whole', ''],
    ['a press after it was refused', 'whole:rejected', 'whole', 'whole:waiting'],
    ['a press after one of two was not sent', 'a:sent b:not-sent', 'a b', 'b:waiting'],
    ['a recipient taken out after nobody got it', 'a:not-sent b:not-sent', 'a', 'a:waiting b:cancelled'],
    ['one mail each after the one mail did not go', 'whole:not-sent', 'a b', 'a:waiting b:waiting whole:cancelled'],
    ['one mail each after the one mail went', 'whole:sent', 'a b', ''],
    ['one mail after some of each went', 'a:sent b:not-sent', 'whole', ''],
    ['a recipient added after one got it', 'a:sent', 'a b', ''],
    [
      'one mail each again after a change of mind',
      'a:cancelled b:cancelled whole:not-sent',
      'a b',
      'a:waiting b:waiting whole:cancelled',
    ],
  ])('%s', (_case, before, wanted, after) => {
    expect(
      pressed(before, wanted)
        .map(({ id, state }) => `${nameOf(id)}:${state}`)
        .join(' '),
    ).toBe(after);
  });

  it('goes on counting the tries and forgets the old failure', () => {
    const [item] = pressed('whole:not-sent', 'whole');
    expect(item).toMatchObject({ attempt: 2, createdAt: 7, dueAt: 7 });
    expect(item).not.toHaveProperty('failure');
  });
});
