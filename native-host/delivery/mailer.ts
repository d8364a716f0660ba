import type { NodemailerError } from 'nodemailer';
import { TabpostError, toFailure } from '../../domain/failure.ts';
import { wireForms } from './clean-text.ts';
import type { Account, Connections, Lease } from './connections.ts';
import type { Job } from './job.ts';
import { composeMessage, type Message } from './message.ts';
import { trackPhase } from './phase.ts';
import { accepted, failed, type Trial, type Verdict } from './verdict.ts';

export type SendEvents = {
  /** Called, and finished, before the last byte of the message can leave. Throwing breaks the message off. */
  beforeLastByte(): void;
  onProgress(done: number, total: number): void;
  /** The sender wants the mail back. */
  signal: AbortSignal;
};

/** One mail, whose envelope is `recipients`. */
export type Task = { job: Job; recipients: string[]; account: Account };

/**
 * Sends a mail over a connection of its account. A second connection is tried only while nothing of the mail has left: when the first
 * one had been open before and was found dead, or when only this computer's own authorities vouch for the server.
 */
export async function sendMail(task: Task, connections: Connections, events: SendEvents): Promise<Verdict> {
  const first = await tryOnce(task, () => connections.lease(task.account), events);
  const mayBeCompanyOwn = first.verdict.failure?.code === 'certificate-untrusted' && !task.account.server.pin;
  if (!mayBeCompanyOwn && !first.wasDead) return first.verdict;
  if (mayBeCompanyOwn) connections.trustSystem(task.account);
  return (await tryOnce(task, () => connections.lease(task.account, true), events)).verdict;
}

type Try = {
  verdict: Verdict;
  /** The connection of an earlier mail was gone before the server asked for this one. */
  wasDead: boolean;
};

async function tryOnce(task: Task, take: () => Promise<Lease>, events: SendEvents): Promise<Try> {
  const message = await composeMessage(task);
  const { connection, isUsed, giveBack } = await take();
  let done = 0;
  const phase = trackPhase(connection, {
    ...events,
    onBytes: (count) => {
      done += count;
      events.onProgress(Math.min(done, message.size), message.size);
    },
  });
  const trial: Trial = { ...task, connection, phase, secrets: wireForms(task.account.login) };
  const tell = (verdict: Verdict): Verdict => {
    const maxSize = connection.limit();
    return { ...verdict, ...(maxSize > 0 && { maxSize }) };
  };
  try {
    await connection.ready;
    refuseTooBig(message.size, connection.limit());
    const response = await connection.send(message.envelope, message.through(phase.gate.stream));
    giveBack();
    return { verdict: tell(phase.gate.isPassed() ? accepted(response, trial) : early), wasDead: false };
  } catch (error) {
    const wasDead = isUsed && !phase.gate.isOpen() && connection.brokenOff() === undefined && isLost(error);
    const verdict = tell(failedBecause(error, trial, message));
    const isBetweenMails = phase.gate.isPassed() || !phase.gate.isOpen();
    if (isBetweenMails && isRefusal(error) && (await connection.reset())) giveBack();
    else connection.drop();
    return { verdict, wasDead };
  } finally {
    phase.end();
    message.close();
  }
}

const early: Verdict = { state: 'unknown', failure: { code: 'outcome-unknown', detail: 'early reply' } };

function refuseTooBig(size: number, limit: number): void {
  if (limit > 0 && size > limit) throw new TabpostError('message-too-big', { size, limit });
}

function failedBecause(error: unknown, trial: Trial, message: Message): Verdict {
  const own =
    trial.phase.gate.fault() ?? message.fault() ?? (error instanceof TabpostError ? toFailure(error) : undefined);
  return own ? { state: 'not-sent', failure: own } : failed(error as NodemailerError, trial);
}

function isLost(error: unknown): boolean {
  return ['ECONNECTION', 'ESOCKET'].includes((error as NodemailerError).code ?? '');
}

/** The server refused this mail in order, so it may get the next one. */
function isRefusal(error: unknown): boolean {
  if (error instanceof TabpostError) return true; // too big: nothing was said about it
  const { code = '', responseCode = 0 } = error as NodemailerError;
  return ['EENVELOPE', 'EMESSAGE'].includes(code) && responseCode !== 421;
}
