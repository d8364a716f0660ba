import type { NodemailerError } from 'nodemailer';
import type { Failure } from '../../domain/failure.ts';
import type { DeliveryState, Outcome, RecipientResult } from '../../domain/outcome.ts';
import { cleanText } from './clean-text.ts';
import type { Connection } from './connection.ts';
import type { Account } from './connections.ts';
import { codeOf, type Evidence, evidenceOf } from './failures.ts';
import type { Phase } from './phase.ts';
import { replyCode } from './reply-code.ts';

export type Verdict = Pick<Outcome, 'state' | 'failure' | 'response' | 'recipients' | 'maxSize' | 'copy'>;

/** What the judgement needs to know besides the error. */
export type Trial = {
  account: Account;
  connection: Pick<Connection, 'brokenOff'>;
  /** The envelope, as approved. */
  recipients: string[];
  phase: Phase;
  /** Strings no text may carry out of here. */
  secrets: string[];
};

/** The server took the message with a complete 250; for some recipients perhaps not. */
export function accepted(response: string, trial: Trial): Verdict {
  const recipients = results(trial);
  return { response: cleanText(response, trial.secrets), recipients, ...refusal(recipients) };
}

/** Whether everybody has an accepted mail. Of several refusals the one that may pass is named: there is still something to wait for. */
export function refusal(recipients: RecipientResult[]): Pick<Verdict, 'state' | 'failure'> {
  const refused = recipients.filter(({ accepted }) => !accepted);
  const [named] = refused.toSorted((a, b) => Number(b.later) - Number(a.later));
  if (!named) return { state: 'sent' };
  const { address, later, reply } = named;
  return {
    state: 'partial',
    failure: { code: later ? 'recipient-later' : 'recipient-refused', address, ...detail(reply) },
  };
}

/**
 * Nothing but a resolved send is success. Below the gate a fault is certain to have delivered nothing; past it only a complete
 * refusal of the message is certain, everything else is `unknown`.
 */
export function failed(error: NodemailerError, trial: Trial): Verdict {
  const { phase, secrets } = trial;
  const brokenOff = trial.connection.brokenOff();
  const found = brokenOff === 'nobody' ? nobody(trial) : evidenceOf(error, trial.account.server, brokenOff);
  const words = cleanText(found.text || found.original || found.timeout || found.code, secrets);
  if (phase.gate.isPassed() && !(found.code === 'EMESSAGE' && found.reply >= 400))
    return { state: 'unknown', failure: { code: 'outcome-unknown', detail: words } };
  // Whom the server would have taken has nothing either.
  const recipients = results(trial).filter(({ accepted }) => !accepted);
  const failure: Failure = { code: codeOf(found), ...detail(words), ...addressFor(found, recipients) };
  return { state: stateOf(found, failure), failure, ...(recipients.length > 0 && { recipients }) };
}

/** Everybody was refused, yet the server asked for the message: it would wait for it to the last timeout. */
function nobody(trial: Trial): Evidence {
  const sender = trial.phase.senderReply();
  const refusals = replyCode(sender) >= 400 ? [sender] : trial.phase.recipientReplies;
  const text = refusals.find((reply) => replyCode(reply) < 500) ?? refusals.at(-1) ?? '';
  const command = refusals[0] === sender ? 'MAIL FROM' : 'RCPT TO';
  const none = { original: '', timeout: '', brokenOff: undefined };
  return { ...none, code: 'EENVELOPE', command, reply: replyCode(text), text, server: trial.account.server };
}

function stateOf({ reply, command, code }: Evidence, failure: Failure): DeliveryState {
  const beforeTheMail =
    code === 'EAUTH' || code === 'ETLS' || command === 'STARTTLS' || failure.code === 'login-required';
  if (failure.code === 'server-later') return 'deferred'; // also a limit that is told with a 550
  if (reply >= 500) return beforeTheMail ? 'not-sent' : 'rejected';
  return reply >= 400 ? 'deferred' : 'not-sent';
}

/** Recipients nobody was asked about are left out. */
function results({ recipients, phase, secrets }: Trial): RecipientResult[] {
  return recipients.slice(0, phase.recipientReplies.length).map((address, index) => {
    const line = phase.recipientReplies[index] ?? '';
    const code = replyCode(line);
    if (code < 400) return { address, accepted: true };
    return { address, accepted: false, later: code < 500, reply: cleanText(line, secrets) };
  });
}

function addressFor({ command }: Evidence, recipients: RecipientResult[]): { address?: string } {
  const refused = command === 'RCPT TO' ? recipients.find(({ accepted }) => !accepted) : undefined;
  return refused ? { address: refused.address } : {};
}

function detail(words: string | undefined): { detail?: string } {
  return words ? { detail: words } : {};
}
