import type { MailMessage, NodemailerError, SMTPTransportOptions } from 'nodemailer';
import { envelopeRecipients } from '../../domain/mail.ts';
import { type CheckedAttachment, openAttachment } from './checked-attachment.ts';
import { wireForms } from './clean-text.ts';
import type { Job } from './job.ts';
import { estimatedSize, keepGroupPlain, messageOf } from './message.ts';
import { trackPhase } from './phase.ts';
import { type Login, serverOptions, withSystemAuthorities } from './server-options.ts';
import { spool } from './spool.ts';
import { accepted, failed, type Trial, type Verdict } from './verdict.ts';

export type { Login };

export type SendEvents = {
  /** Called, and finished, before the last byte of the message can leave. Throwing breaks the message off. */
  beforeLastByte(): void;
  onProgress(done: number, total: number): void;
};

/** Sends a job's mail over one connection of its own; over a second one when only this computer's own authorities vouch for the server. */
export async function sendMail(job: Job, login: Login | undefined, events: SendEvents): Promise<Verdict> {
  const options = { ...serverOptions(job.server, login), name: job.mail.from.address.split('@')[1] };
  const verdict = await tryOnce(job, options, events);
  const mayBeCompanyOwn = verdict.failure?.code === 'certificate-untrusted' && job.server.pin === undefined;
  return mayBeCompanyOwn ? tryOnce(job, withSystemAuthorities(options), events) : verdict;
}

async function tryOnce(job: Job, options: SMTPTransportOptions, events: SendEvents): Promise<Verdict> {
  const { createTransport } = await import('nodemailer');
  const total = estimatedSize(job.mail);
  let done = 0;
  const phase = trackPhase({
    login: options.forceAuth === true,
    startTls: options.requireTLS === true,
    beforeLastByte: events.beforeLastByte,
    onBytes: (count) => {
      done += count;
      events.onProgress(Math.min(done, total), total);
    },
  });
  const approved = envelopeRecipients(job.mail);
  const trial: Trial = { server: job.server, approved, phase, secrets: wireForms(options.auth as Login | undefined) };
  const files = await openAll(job);
  const transport = createTransport({ ...options, logger: phase.logger, transactionLog: true });
  transport.use('stream', (message, next) => {
    keepGroupPlain(message.message);
    message.message.transform(() => phase.gate.stream);
    next(wrongEnvelope(message, approved));
  });
  try {
    const mail = messageOf(
      job.mail,
      files.map(({ stream }) => stream),
    );
    const info = await transport.sendMail({ ...mail, signal: phase.signal });
    if (!phase.gate.isPassed())
      return { state: 'unknown', failure: { code: 'outcome-unknown', detail: 'early reply' } };
    return accepted(info.response, trial);
  } catch (error) {
    const fault = phase.gate.fault() ?? files.map((file) => file.fault()).find(Boolean);
    return fault ? { state: 'not-sent', failure: fault } : failed(error as NodemailerError, trial);
  } finally {
    phase.end();
    transport.close();
    // A file that fails to close says nothing about the mail.
    await Promise.allSettled(files.map((file) => file.close()));
  }
}

function openAll({ mail }: Job): Promise<CheckedAttachment[]> {
  return Promise.all(
    mail.attachments.map((attachment, index) => openAttachment(spool.attachment(mail.id, index), attachment)),
  );
}

/** The last look before the connection: the envelope must be exactly the approved list. */
function wrongEnvelope({ message }: MailMessage, approved: string[]): Error | null {
  const { to } = message.getEnvelope();
  const same = to.length === approved.length && to.every((address, index) => address === approved[index]);
  return same ? null : Object.assign(new Error('envelope'), { code: 'TABPOST_ENVELOPE' });
}
