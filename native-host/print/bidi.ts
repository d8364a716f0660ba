import { once } from 'node:events';

export type Bidi = { send(method: string, params?: object): Promise<Record<string, unknown>> };

type Answer = { id?: number; type: string; result?: Record<string, unknown>; message?: string };
type Waiting = { resolve(result: Record<string, unknown>): void; reject(error: Error): void };

/** WebDriver BiDi over Node's own WebSocket. @param address as Firefox names it on stderr */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result = {}, message } = JSON.parse(String(data)) as Answer;
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !asked) return;
    waiting.delete(id);
    if (type === 'error') asked.reject(new Error(message ?? 'BiDi error'));
    else asked.resolve(result);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
  });
  await once(socket, 'open');
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        socket.send(JSON.stringify({ id, method, params }));
      }),
  };
}
