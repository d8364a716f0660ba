import type { ChildProcess } from 'node:child_process';
import { isFinal } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { dataFolder } from '../data-folder.ts';
import { log } from '../log.ts';
import { markOf } from '../process-mark.ts';
import { heldSecret } from '../secrets/session.ts';
import { accountName } from './account-name.ts';
import { cleanEnv } from './clean-env.ts';
import { type Order, type Progress, progressMessage } from './courier-message.ts';
import type { Job } from './job.ts';
import { type JournalRecord, journal } from './journal.ts';
import { locks } from './locks.ts';
import { settle } from './settle.ts';
import { spool } from './spool.ts';

export type Courier = {
  /** Makes sure one runs and is ready for this mail, whose bytes are arriving. */
  prepare(job: Job, typed?: string): void;
  /** Goes on with copies for Sent folders whose courier died. */
  resumeCopies(): void;
  /** Hands it a mail that is `queued` and whose lock is ours, with a password that goes before the saved one. */
  deliver(job: Job, typed?: string): void;
};

/**
 * The companion's link to its courier: a detached process that goes on when the browser kills the companion.
 * The lock passes to the courier before it is told, so that at any moment it is clear whether anybody still owes the mail a result.
 * @param program path of the bundle, started again as `courier`
 */
export function linkCourier(program: string, onProgress: (progress: Progress) => void): Courier {
  let child: ChildProcess | undefined;
  /** With what was typed for each. */
  const handed = new Map<string, string | undefined>();
  const triedTwice = new Set<string>();

  const start = (): ChildProcess => {
    if (child?.connected && markOf(child.pid ?? 0)) return child; // its end may not have been told yet
    const started = spawnCourier(program);
    started.on('message', (message) => {
      const news = z.safeParse(progressMessage, message);
      if (news.success) onProgress(news.data.progress);
    });
    started.on('error', () => log('courier-failed'));
    started.on('exit', (code, signal) => {
      log('courier-ended', { code: code ?? undefined, signal: signal ?? undefined });
      if (child === started) child = undefined;
      for (const id of [...handed.keys()]) inherit(id);
    });
    started.unref();
    started.channel?.unref();
    child = started;
    return started;
  };

  const deliver = (job: Job, typed?: string) => {
    const { id } = job.mail;
    const target = start();
    if (target.pid === undefined) throw new Error('the courier could not be started');
    locks.give(id, target.pid);
    handed.set(id, typed);
    tell(target, { deliver: id, account: accountName(job) }, typed ?? heldSecret(job.server));
  };

  const prepare = ({ server, mail }: Job, typed?: string) => {
    tell(start(), { prepare: { id: mail.id, server, sender: mail.from.address } }, typed ?? heldSecret(server));
  };

  const tell = (target: ChildProcess, order: Order, secret: string | undefined) => {
    target.send({ ...order, ...(secret !== undefined && { secret }) }, () => {}); // one that has just ended is noticed by its `exit`
  };

  /** A courier that went idle in the very moment it was told has not begun: the next one may. Otherwise the mail gets its result. */
  const inherit = (id: string) => {
    if (locks.isHeld(id)) return;
    const typed = handed.get(id);
    handed.delete(id);
    const goesOn = mayGoOn(journal.read(id)) && !triedTwice.has(id);
    if (goesOn && locks.acquire(id) && tryAgain(id, typed)) return;
    settle(id);
  };

  const tryAgain = (id: string, typed: string | undefined): boolean => {
    triedTwice.add(id);
    try {
      deliver(spool.read(id), typed);
      return true;
    } catch {
      locks.release(id); // no courier can be started: `settle` says so in the journal
      return false;
    }
  };

  const resumeCopies = () => {
    for (const id of spool.ids()) {
      const isOurs = journal.read(id)?.copy?.state === 'waiting' && locks.acquire(id);
      if (isOurs) tryAgain(id, undefined);
    }
  };

  return { prepare, deliver, resumeCopies };
}

/** Not begun, or sent but for the copy. */
function mayGoOn(record: JournalRecord | undefined): boolean {
  return (
    record?.state === 'queued' || (record !== undefined && isFinal(record.state) && record.copy?.state === 'waiting')
  );
}

function spawnCourier(program: string): ChildProcess {
  const { spawn } = process.getBuiltinModule('node:child_process'); // not before the first mail
  return spawn(process.execPath, [program, 'courier'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: cleanEnv(process.env),
    cwd: dataFolder(),
    windowsHide: true,
  });
}
