import { z } from '../../domain/schema.ts';
import { log } from '../log.ts';
import { deliverMessage, type Progress } from './courier-message.ts';
import { deliver } from './deliver.ts';
import { journal } from './journal.ts';
import { locks } from './locks.ts';

/** ms without work after which a courier ends; the next mail starts another one. */
const idleFor = 30_000;
/** Mails on their way at the same time; more wait, for memory's sake. */
const maxAtOnce = 2;

/**
 * The courier: sends the mails whose locks it holds and writes what became of them. It is told by its companion, and when
 * that is gone looks once for a mail it was given but not told about; then it ends as soon as its work is done.
 */
export function runCourier(): void {
  const waiting: string[] = [];
  const taken = new Set<string>();
  // By mail, not by account: the next mail's password may be another one, or lie elsewhere.
  const secrets = new Map<string, string>();
  let busy = 0;
  let idle = setTimeout(end, idleFor);

  process.on('message', (message) => {
    const order = z.safeParse(deliverMessage, message);
    if (!order.success) return;
    const { deliver: id, secret } = order.data;
    if (secret !== undefined) secrets.set(id, secret);
    take(id);
  });
  process.on('disconnect', () => {
    for (const id of journal.ids()) if (locks.isMine(id)) take(id);
    if (busy === 0) end();
  });
  void import('nodemailer'); // loads while the bytes of the first mail still arrive

  function take(id: string): void {
    if (taken.has(id)) return;
    taken.add(id);
    waiting.push(id);
    next();
  }

  function next(): void {
    if (busy >= maxAtOnce) return;
    const id = waiting.shift();
    if (id === undefined) return rest();
    clearTimeout(idle);
    busy++;
    void deliver(id, report, secrets.get(id))
      .catch((error: unknown) => log('deliver-failed', { id, code: (error as NodeJS.ErrnoException).code }))
      .then(() => {
        busy--;
        taken.delete(id);
        secrets.delete(id);
        next();
      });
    next();
  }

  function rest(): void {
    if (busy > 0) return;
    if (!process.connected) return end();
    clearTimeout(idle);
    idle = setTimeout(end, idleFor);
  }
}

function end(): void {
  if (process.connected) process.disconnect();
  process.exitCode = 0;
  process.exit();
}

function report(progress: Progress): void {
  process.send?.({ progress }, undefined, undefined, () => {}); // the companion may leave at any time
}
