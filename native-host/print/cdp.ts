import type { Readable, Writable } from 'node:stream';

type Message = {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  sessionId?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
};

export type Cdp = {
  /** @throws what the browser answers as an error; also when it ends first */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  /** @returns a function that stops listening */
  onEvent(
    receive: (method: string, params: Record<string, unknown>, sessionId: string | undefined) => void,
  ): () => void;
};

type Waiting = { resolve(result: Record<string, unknown>): void; reject(error: Error): void };

const separator = 0;

/**
 * The Chrome DevTools Protocol over two pipes: JSON messages that end with a zero byte. No port is open, so no other program
 * can reach the page.
 */
export function connectCdp(input: Writable, output: Readable): Cdp {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<Parameters<Cdp['onEvent']>[0]>();
  let lastId = 0;
  let lost: Error | undefined;

  output.on('data', cutMessages(receive));
  output.on('close', () => {
    lost = new Error('the browser has ended');
    for (const { reject } of waiting.values()) reject(lost);
  });

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (lost) return reject(lost);
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      }),
    onEvent: (receive) => {
      listeners.add(receive);
      return () => void listeners.delete(receive);
    },
  };

  function receive(text: string): void {
    const { id, method, params = {}, sessionId, result = {}, error } = JSON.parse(text) as Message;
    if (method !== undefined) for (const listener of [...listeners]) listener(method, params, sessionId);
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asked) return;
    waiting.delete(id);
    if (error) asked.reject(new Error(error.message));
    else asked.resolve(result);
  }
}

/** Joins the pieces of a message once: a PDF comes as one message. */
function cutMessages(receive: (text: string) => void): (chunk: Buffer) => void {
  let pieces: Buffer[] = [];
  return (chunk) => {
    let rest = chunk;
    for (let end = rest.indexOf(separator); end >= 0; end = rest.indexOf(separator)) {
      const message = Buffer.concat([...pieces, rest.subarray(0, end)]);
      pieces = [];
      rest = rest.subarray(end + 1);
      receive(message.toString('utf8'));
    }
    if (rest.length > 0) pieces.push(rest);
  };
}
