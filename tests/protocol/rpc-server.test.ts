import { describe, expect, it, vi } from 'vitest';
import { TabpostError } from '../../domain/failure.ts';
import { type Handlers, serve } from '../../protocol/rpc-server.ts';
import { sampleContract } from './sample-contract.ts';
import { transportPair } from './transport-pair.ts';

type Contract = typeof sampleContract;

function setUp(handlers: Partial<Handlers<Contract>> = {}) {
  const { server: port } = transportPair();
  const sink = { write: vi.fn(), finish: vi.fn(async (size: number) => ({ stored: size })), abort: vi.fn() };
  const all: Handlers<Contract> = { echo: ({ text }) => ({ text }), submit: () => sink, ...handlers };
  const server = serve(sampleContract, all, port);
  return { port, sink, server };
}

const call = (id: string, type: string, body?: unknown) => ({ v: 1, id, type, body });
const chunk = (seq: number, data = 'QQ==', id = '1') => ({ v: 1, id, type: 'chunk', seq, data });
const failure = (id: string | undefined, code: string) =>
  expect.objectContaining({ ...(id && { id }), type: 'failure', failure: expect.objectContaining({ code }) });

describe('serve', () => {
  it('answers a call under its id', async () => {
    const { port } = setUp();
    port.receive(call('7', 'echo', { text: 'a' }));
    await vi.waitFor(() => expect(port.sent).toEqual([{ v: 1, id: '7', type: 'reply', body: { text: 'a' } }]));
  });

  it.each<[string, unknown, string | undefined, string]>([
    ['null', null, undefined, 'frame-invalid'],
    ['text', '"x"', undefined, 'frame-invalid'],
    ['a list', [], undefined, 'frame-invalid'],
    ['no id', { v: 1, type: 'echo' }, undefined, 'frame-invalid'],
    ['an empty id', call('', 'echo'), undefined, 'frame-invalid'],
    ['an id of 65 letters', call('x'.repeat(65), 'echo'), undefined, 'frame-invalid'],
    ['an id that is a number', { v: 1, id: 1, type: 'echo' }, undefined, 'frame-invalid'],
    ['another version', { ...call('1', 'echo'), v: 2 }, '1', 'frame-invalid'],
    ['an extra field', { ...call('1', 'echo'), extra: 1 }, '1', 'frame-invalid'],
    ['a chunk without number', { v: 1, id: '1', type: 'chunk', data: '' }, '1', 'frame-invalid'],
    ['an unknown procedure', call('1', 'nope'), '1', 'procedure-unknown'],
    ['a name every object has', call('1', 'constructor'), '1', 'procedure-unknown'],
    ['a name of the prototype', call('1', '__proto__'), '1', 'procedure-unknown'],
    ['no body', call('1', 'echo'), '1', 'request-invalid'],
    ['a body off its schema', call('1', 'echo', { text: 1 }), '1', 'request-invalid'],
    ['an unknown field in the body', call('1', 'echo', { text: '', polluted: 1 }), '1', 'request-invalid'],
  ])('answers %s with a failure and goes on', async (_case, frame, id, code) => {
    const { port } = setUp();
    port.receive(frame);
    expect(port.sent).toEqual([failure(id, code)]);
    if (id === undefined) expect(port.sent[0]).not.toHaveProperty('id');
    port.receive(call('next', 'echo', { text: 'still here' }));
    await vi.waitFor(() => expect(port.sent[1]).toMatchObject({ id: 'next', body: { text: 'still here' } }));
  });

  it('never repeats a value of a refused request: it could be a password', () => {
    const { port } = setUp();
    port.receive(call('1', 'echo', { text: { secret: 'hunter2' }, hunter3: 1 }));
    expect(JSON.stringify(port.sent)).not.toContain('hunter2');
  });

  it.each<[string, Partial<Handlers<Contract>>, object]>([
    [
      'thrown',
      {
        echo: () => {
          throw new TabpostError('not-set-up', { detail: 'x' });
        },
      },
      { code: 'not-set-up', detail: 'x' },
    ],
    ['rejected', { echo: () => Promise.reject(new TabpostError('not-set-up')) }, { code: 'not-set-up' }],
    ['foreign', { echo: () => Promise.reject(new RangeError('boom')) }, { code: 'unexpected', detail: 'boom' }],
  ])('a handler failure crosses as plain data: %s', async (_case, handlers, plain) => {
    const { port } = setUp(handlers);
    port.receive(call('1', 'echo', { text: 'a' }));
    await vi.waitFor(() => expect(port.sent).toEqual([{ v: 1, id: '1', type: 'failure', failure: plain }]));
  });

  it('refuses a second request under an id that is still at work', async () => {
    const gate = Promise.withResolvers<{ text: string }>();
    const { port } = setUp({ echo: () => gate.promise });
    port.receive(call('1', 'echo', { text: 'a' }));
    port.receive(call('1', 'echo', { text: 'b' }));
    expect(port.sent).toEqual([failure('1', 'request-invalid')]);
    gate.resolve({ text: 'A' });
    await vi.waitFor(() => expect(port.sent[1]).toMatchObject({ type: 'reply', body: { text: 'A' } }));
  });

  it('sends events without being asked', () => {
    const { port, server } = setUp();
    server.emit('outcome', { state: 'sent' });
    expect(port.sent).toEqual([{ v: 1, type: 'event', name: 'outcome', body: { state: 'sent' } }]);
  });
});

describe('an upload', () => {
  it('gets its chunks in order and answers after the end', async () => {
    const { port, sink } = setUp();
    for (const frame of [call('1', 'submit', { size: 2 }), chunk(0, 'QQ=='), chunk(1, 'Qg==')]) port.receive(frame);
    expect(sink.write.mock.calls).toEqual([['QQ=='], ['Qg==']]);
    expect(port.sent).toEqual([]);
    port.receive({ v: 1, id: '1', type: 'end', size: 2 });
    await vi.waitFor(() => expect(port.sent).toEqual([{ v: 1, id: '1', type: 'reply', body: { stored: 2 } }]));
    expect(sink.abort).not.toHaveBeenCalled();
  });

  it.each<[string, object[]]>([
    ['out of order', [chunk(0), chunk(2), chunk(1)]],
    ['twice the same', [chunk(0), chunk(0)]],
    ['not from the start', [chunk(1)]],
  ])('with chunks %s is dropped and leaves nothing', (_case, chunks) => {
    const { port, sink } = setUp();
    port.receive(call('1', 'submit', { size: 3 }));
    for (const frame of [...chunks, { v: 1, id: '1', type: 'end', size: 3 }]) port.receive(frame);
    expect(port.sent).toEqual([failure('1', 'attachment-incomplete')]);
    expect(sink.abort).toHaveBeenCalledTimes(1);
    expect(sink.finish).not.toHaveBeenCalled();
  });

  it("that overflows is answered with the sink's failure, once, however much follows", () => {
    const { port, sink } = setUp();
    sink.write.mockImplementation(() => {
      throw new TabpostError('pdf-too-big');
    });
    port.receive(call('1', 'submit', { size: 1 }));
    for (const seq of [0, 1, 2]) port.receive(chunk(seq));
    expect(port.sent).toEqual([failure('1', 'pdf-too-big')]);
    expect(sink.abort).toHaveBeenCalledTimes(1);
  });

  it('given up by the sender leaves nothing and is not answered', () => {
    const { port, sink } = setUp();
    for (const frame of [call('1', 'submit', { size: 1 }), chunk(0), { v: 1, id: '1', type: 'abort' }])
      port.receive(frame);
    expect(sink.abort).toHaveBeenCalledTimes(1);
    expect(port.sent).toEqual([]);
  });

  it('whose sender is lost leaves nothing', () => {
    const { port, sink } = setUp();
    port.receive(call('1', 'submit', { size: 1 }));
    port.receive(chunk(0));
    port.close();
    expect(sink.abort).toHaveBeenCalledTimes(1);
    expect(sink.finish).not.toHaveBeenCalled();
  });

  it('under the id of another upload is refused and does not disturb it', () => {
    const { port, sink } = setUp();
    port.receive(call('1', 'submit', { size: 1 }));
    port.receive(call('1', 'submit', { size: 1 }));
    expect(port.sent).toEqual([failure('1', 'request-invalid')]);
    port.receive(chunk(0));
    expect(sink.write).toHaveBeenCalledTimes(1);
  });

  it('that nobody began is ignored', () => {
    const { port, sink } = setUp();
    for (const frame of [chunk(0, '', 'x'), { v: 1, id: 'x', type: 'end', size: 0 }, { v: 1, id: 'x', type: 'abort' }])
      port.receive(frame);
    expect([port.sent, sink.write.mock.calls]).toEqual([[], []]);
  });

  it('that is answered before its bytes swallows the rest of the stream', async () => {
    const { port } = setUp({ submit: () => Promise.resolve({ stored: 5 }) });
    for (const frame of [call('1', 'submit', { size: 1 }), chunk(0), { v: 1, id: '1', type: 'end', size: 1 }])
      port.receive(frame);
    await vi.waitFor(() => expect(port.sent).toEqual([{ v: 1, id: '1', type: 'reply', body: { stored: 5 } }]));
  });
});
