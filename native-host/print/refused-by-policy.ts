import type { Readable } from 'node:stream';

/** Chromium's words when an administrator forbids the debugger or the headless mode. */
const words = /disallowed by the system admin/i;

/** Listens for them. `promise` rejects when they come; it never resolves. */
export function refusedByPolicy(stderr: Readable): { promise: Promise<never>; seen(): boolean } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined); // nobody may wait any more
  let seen = false;
  stderr.on('data', (text: Buffer) => {
    if (!words.test(text.toString('latin1'))) return;
    seen = true;
    reject(new Error('refused by policy'));
  });
  return { promise, seen: () => seen };
}
