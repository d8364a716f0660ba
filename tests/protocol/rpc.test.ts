import { Blob } from 'node:buffer';
import * as fc from 'fast-check';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { TabpostError } from '../../domain/failure.ts';
import { chunkSize, maxFrame } from '../../protocol/limits.ts';
import { type Client, createClient } from '../../protocol/rpc-client.ts';
import { type Handlers, serve } from '../../protocol/rpc-server.ts';
import { sampleContract } from './sample-contract.ts';
import { transportPair } from './transport-pair.ts';

type Contract = typeof sampleContract;

afterEach(() => void vi.useRealTimers());

function connect(handlers: Partial<Handlers<Contract>> = {}) {
  const pair = transportPair();
  const received: string[] = [];
  const keep = {
    write: (data: string) => void received.push(data),
    finish: async (size: number) => ({ stored: size }),
    abort: vi.fn(),
  };
  serve(sampleContract, { echo: ({ text }) => ({ text }), submit: () => keep, ...handlers }, pair.server);
  const client = createClient(sampleContract, pair.client);
  return {
    ...pair,
    keep,
    calls: client,
    bytes: () => Buffer.concat(received.map((data) => Buffer.from(data, 'base64'))),
  };
}

const chunksOf = (pair: ReturnType<typeof connect>) => pair.client.sent.filter(({ type }) => type === 'chunk');

describe('client and server together', () => {
  it('carry any text there and back', async () => {
    const { calls } = connect();
    const echoes = fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      expect(await calls.call('echo', { text })).toEqual({ text: text });
    });
    await fc.assert(echoes, { numRuns: 200 });
  });

  it.each([0, 1, 2, 3, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize + 7])(
    'carry %i bytes unchanged, in frames a browser takes',
    async (size) => {
      const pair = connect();
      const bytes = Buffer.from(Array.from({ length: size }, (_, at) => (at * 7919) % 256));
      const answer = await pair.calls.call('submit', { size }, { upload: new Blob([bytes]) });
      expect(answer).toEqual({ stored: size });
      expect(pair.bytes().equals(bytes)).toBe(true);
      expect(chunksOf(pair).map(({ seq }) => seq)).toEqual(
        Array.from({ length: Math.ceil(size / chunkSize) }, (_, at) => at),
      );
      for (const frame of pair.client.sent) expect(JSON.stringify(frame).length).toBeLessThan(maxFrame);
    },
  );

  it('stop sending bytes once the other side has answered', async () => {
    const pair = connect({ submit: () => Promise.resolve({ stored: 9 }) });
    const upload = new Blob([new Uint8Array(20 * chunkSize)]);
    expect(await pair.calls.call('submit', { size: 1 }, { upload })).toEqual({ stored: 9 });
    await vi.waitFor(() => expect(pair.client.sent.at(-1)).toMatchObject({ type: 'abort' }));
    expect(chunksOf(pair).length).toBeLessThan(3);
    expect(pair.client.sent.some(({ type }) => type === 'end')).toBe(false);
  });

  it('give the upload up when its source cannot be read, and leave nothing on the other side', async () => {
    const pair = connect();
    const broken = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) };
    await expect(pair.calls.call('submit', { size: 10 }, { upload: broken })).rejects.toEqual(
      expect.objectContaining({ code: 'draft-missing', detail: 'NotReadableError' }),
    );
    expect(pair.client.sent.at(-1)).toMatchObject({ type: 'abort' });
    expect(pair.keep.abort).toHaveBeenCalledTimes(1);
  });

  it('count the deadline of an upload from its last byte, not from its first', async () => {
    vi.useFakeTimers();
    const pair = connect({ submit: () => new Promise<never>(() => {}) });
    const gate = Promise.withResolvers<ArrayBuffer>();
    const slow = { size: 1, slice: () => ({ arrayBuffer: () => gate.promise }) };
    const settled = vi.fn();
    const call = pair.calls
      .call('submit', { size: 1 }, { upload: slow })
      .catch((error: TabpostError) => settled(error.code));
    await vi.advanceTimersByTimeAsync(1500);
    gate.resolve(new ArrayBuffer(1));
    await vi.advanceTimersByTimeAsync(1999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await call;
    expect(settled).toHaveBeenCalledWith('outcome-unknown');
  });

  it('say outcome-unknown when the port breaks between the bytes and the answer', async () => {
    const gate = Promise.withResolvers<{ stored: number }>();
    const pair = connect();
    pair.keep.finish = () => gate.promise;
    const call = pair.calls.call('submit', { size: 1 }, { upload: new Blob(['x']) });
    const rejected = expect(call).rejects.toEqual(expect.objectContaining({ code: 'outcome-unknown' }));
    await vi.waitFor(() => expect(pair.client.sent.at(-1)).toMatchObject({ type: 'end' }));
    pair.cut();
    pair.client.close('companion-exited');
    gate.resolve({ stored: 1 });
    await rejected;
  });

  it('leave nothing behind when the deadline passes in the middle of the bytes', async () => {
    vi.useFakeTimers();
    const pair = connect();
    const gate = Promise.withResolvers<ArrayBuffer>();
    const stuck = { size: 1, slice: () => ({ arrayBuffer: () => gate.promise }) };
    const call = pair.calls.call('submit', { size: 1 }, { upload: stuck });
    const rejected = expect(call).rejects.toEqual(expect.objectContaining({ code: 'outcome-unknown' }));
    await vi.advanceTimersByTimeAsync(2000);
    await rejected;
    gate.resolve(new ArrayBuffer(1));
    await vi.waitFor(() => expect(pair.keep.abort).toHaveBeenCalledTimes(1));
  });

  it('carry a failure from handler to caller with its parts', async () => {
    const { calls } = connect({
      echo: () => Promise.reject(new TabpostError('sender-refused', { detail: '553', address: 'a@b.test' })),
    });
    await expect(calls.call('echo', { text: '' })).rejects.toEqual(
      expect.objectContaining({ code: 'sender-refused', detail: '553', address: 'a@b.test' }),
    );
  });

  it('know the types of every procedure', () => {
    type Call = Client<Contract>['call'];
    expectTypeOf<Call>().toBeCallableWith('echo', { text: 'a' });
    expectTypeOf<ReturnType<typeof callEcho>>().toEqualTypeOf<Promise<{ text: string }>>();
    function callEcho(client: Client<Contract>) {
      // @ts-expect-error a field of the wrong type does not compile
      void (() => client.call('echo', { text: 1 }));
      // @ts-expect-error nor does a procedure that is not there
      void (() => client.call('nope', {}));
      return client.call('echo', { text: 'a' });
    }
  });
});
