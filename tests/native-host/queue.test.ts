import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQueue } from '../../native-host/delivery/queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const running = new Map<string, () => void>();
  const begun: string[] = [];
  const onIdle = vi.fn();
  const leave = new Map<string, () => void>();
  const run = (id: string, leaveAccount: () => void) => {
    begun.push(id);
    leave.set(id, leaveAccount);
    return new Promise<void>((resolve) => void running.set(id, resolve));
  };
  const end = async (id: string) => {
    running.get(id)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue: createQueue(run, onIdle), begun, end, leave, onIdle };
}

test('mails of one account run one after the other, those of two at the same time', async () => {
  const { queue, begun, end } = setUp();
  for (const [id, account] of [
    ['a1', 'a'],
    ['a2', 'a'],
    ['b1', 'b'],
  ] as const)
    queue.add(id, account);
  expect(begun).toEqual(['a1', 'b1']);
  await end('a1');
  expect(begun).toEqual(['a1', 'b1', 'a2']);
});

test('the next mail of an account begins when the one before needs its connection no more', async () => {
  const { queue, begun, end, leave, onIdle } = setUp();
  for (const id of ['a1', 'a2', 'a3']) queue.add(id, 'a');
  leave.get('a1')?.();
  expect(begun).toEqual(['a1', 'a2']);
  await end('a2');
  await end('a3');
  expect([onIdle.mock.calls.length, queue.isIdle()]).toEqual([0, false]);
  await end('a1');
  expect([onIdle.mock.calls.length, queue.isIdle()]).toEqual([1, true]);
});

test('a mail waits ten seconds for a slow one of its account, then goes by itself', () => {
  const { queue, begun } = setUp();
  queue.add('a1', 'a');
  queue.add('a2', 'a');
  vi.advanceTimersByTime(9999);
  expect(begun).toEqual(['a1']);
  vi.advanceTimersByTime(1);
  expect(begun).toEqual(['a1', 'a2']);
});

test('never more than two at once, none twice, and idle when all are done', async () => {
  const { queue, begun, end, onIdle } = setUp();
  for (const id of ['1', '2', '3', '3', '1']) queue.add(id, id);
  expect(begun).toEqual(['1', '2']);
  await end('1');
  expect(begun).toEqual(['1', '2', '3']);
  await end('2');
  expect(onIdle).not.toHaveBeenCalled();
  await end('3');
  expect([onIdle.mock.calls.length, queue.isIdle()]).toEqual([1, true]);
});
