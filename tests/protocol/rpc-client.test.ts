import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailureCode } from '../../domain/failure.ts';
import { createClient } from '../../protocol/rpc-client.ts';
import { sampleContract } from './sample-contract.ts';
import { transportPair } from './transport-pair.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const { client: port } = transportPair();
  return { port, client: createClient(sampleContract, port) };
}

const reply = (id: string, text: string) => ({ v: 1, id, type: 'reply', body: { text } });
const code = (wanted: FailureCode) => expect.objectContaining({ name: 'TabpostError', code: wanted });

describe('a call', () => {
  it('is answered by the reply with its id, whatever the order', async () => {
    const { port, client } = setUp();
    const calls = [client.call('echo', { text: 'a' }), client.call('echo', { text: 'b' })];
    const [first = '', second = ''] = port.sent.map(({ id }) => id);
    port.receive(reply(second, 'B'));
    port.receive(reply(first, 'A'));
    expect(await Promise.all(calls)).toEqual([{ text: 'A' }, { text: 'B' }]);
  });

  it.each<[string, unknown]>([
    ['a reply without id', { v: 1, type: 'reply', body: { text: 'x' } }],
    ['a reply to another id', reply('999', 'x')],
    ['another version', { ...reply('1', 'x'), v: 2 }],
    ['null', null],
    ['text', 'reply'],
    ['a list', [reply('1', 'x')]],
    ['a failure with an unknown code', { v: 1, id: '1', type: 'failure', failure: { code: 'E42' } }],
    ['a failure without id', { v: 1, type: 'failure', failure: { code: 'frame-invalid' } }],
  ])('is not answered by %s', async (_case, frame) => {
    const { port, client } = setUp();
    const call = client.call('echo', { text: 'a' });
    port.receive(frame);
    port.receive(reply('1', 'right'));
    expect(await call).toEqual({ text: 'right' });
  });

  it('is answered once: a second reply to its id changes nothing', async () => {
    const { port, client } = setUp();
    const call = client.call('echo', { text: 'a' });
    port.receive(reply('1', 'first'));
    port.receive(reply('1', 'second'));
    expect(await call).toEqual({ text: 'first' });
  });

  it('throws the failure of the other side with all its parts', async () => {
    const { port, client } = setUp();
    const call = client.call('echo', { text: 'a' });
    const failure = { code: 'recipient-refused', detail: '550 no', address: 'a@b.test' };
    port.receive({ v: 1, id: '1', type: 'failure', failure });
    await expect(call).rejects.toEqual(expect.objectContaining(failure));
  });

  it('throws frame-invalid for a reply off its schema', async () => {
    const { port, client } = setUp();
    const call = client.call('echo', { text: 'a' });
    port.receive({ v: 1, id: '1', type: 'reply', body: { text: 7 } });
    await expect(call).rejects.toEqual(code('frame-invalid'));
  });

  it('throws procedure-unknown for a name that is not in the contract', async () => {
    const { client } = setUp();
    await expect(client.call('toString' as 'echo', { text: 'a' })).rejects.toEqual(code('procedure-unknown'));
  });
});

describe('silence', () => {
  it.each([
    ['echo', 1000, 'companion-silent'],
    ['submit', 2000, 'outcome-unknown'],
  ] as const)('%s is lost after %i ms, not before: %s', async (name, ms, onLost) => {
    const { client } = setUp();
    const settled = vi.fn();
    const call = client.call(name, name === 'echo' ? { text: 'a' } : ({ size: 0 } as never));
    const rejected = expect(call.finally(settled)).rejects.toEqual(code(onLost));
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await rejected;
  });

  it.each<['echo' | 'submit', FailureCode | undefined, FailureCode]>([
    ['echo', undefined, 'companion-silent'],
    ['echo', 'companion-missing', 'companion-missing'],
    ['submit', undefined, 'outcome-unknown'],
    ['submit', 'companion-exited', 'outcome-unknown'],
  ])('a port that closes during %s with reason %s means %s', async (name, reason, meaning) => {
    const { port, client } = setUp();
    const call = client.call(name, name === 'echo' ? { text: 'a' } : ({ size: 0 } as never));
    const rejected = expect(call).rejects.toEqual(code(meaning));
    port.close(reason);
    await rejected;
  });

  it('a call on a closed port is lost at once, and nothing is sent', async () => {
    const { port, client } = setUp();
    port.close('companion-missing');
    await expect(client.call('echo', { text: 'a' })).rejects.toEqual(code('companion-missing'));
    expect(port.sent).toEqual([]);
  });

  it.each([
    ['echo', 'companion-silent'],
    ['submit', 'outcome-unknown'],
  ] as const)('a port that throws while %s is sent means %s, for every call on it', async (name, onLost) => {
    const { port, client } = setUp();
    const earlier = expect(client.call('echo', { text: 'a' })).rejects.toEqual(code('companion-silent'));
    port.send = () => {
      throw new Error('Attempting to use a disconnected port object');
    };
    const call = client.call(name, name === 'echo' ? { text: 'a' } : ({ size: 0 } as never));
    await expect(call).rejects.toEqual(code(onLost));
    await earlier;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind once a call is answered', async () => {
    const { port, client } = setUp();
    const call = client.call('echo', { text: 'a' });
    port.receive(reply('1', 'A'));
    await call;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('events', () => {
  it('reach every listener of their name and no other', () => {
    const { port, client } = setUp();
    const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
    client.onEvent('outcome', first);
    client.onEvent('outcome', second);
    client.onEvent('progress', other);
    port.receive({ v: 1, type: 'event', name: 'outcome', body: { state: 'sent' } });
    expect([first.mock.calls, second.mock.calls]).toEqual([[[{ state: 'sent' }]], [[{ state: 'sent' }]]]);
    expect(other).not.toHaveBeenCalled();
  });

  it('nobody listens to are dropped', () => {
    const { port } = setUp();
    expect(() => port.receive({ v: 1, type: 'event', name: '__proto__' })).not.toThrow();
  });
});
