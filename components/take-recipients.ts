import { faultOf, maxRecipients, sameMailbox, splitPasted } from '../domain/address.ts';
import type { Mailbox } from '../domain/mailbox.ts';
import { refusals } from '../domain/policy.ts';

/** What an address field holds: finished recipients, and text that is none yet. */
export type AddressValue = { mailboxes: Mailbox[]; text: string };

export type AddressProblem =
  /** `fault` as `parseAddress` names it. */
  | { kind: 'malformed'; text: string; fault?: string }
  | { kind: 'disabled'; address: string; rule: string | null }
  | { kind: 'too-many'; max: number };

type Limits = { rules: string[]; max?: number };

type Taken = { value: AddressValue; problem?: AddressProblem };

/**
 * Turns the typed or pasted text into recipients. What can't become one stays in the text, so that nobody who was meant
 * to get the mail is dropped silently; the first such piece is the problem.
 */
export function takeRecipients(value: AddressValue, limits: Limits): Taken {
  const { mailboxes, rejected, tooMany } = splitPasted(value.text);
  if (tooMany) return { value, problem: { kind: 'too-many', max: limits.max ?? maxRecipients } };
  const taken = addRecipients({ ...value, text: '' }, { mailboxes, rejected }, limits);
  return taken.problem?.kind === 'too-many' ? { value, problem: taken.problem } : taken;
}

type Added = { mailboxes: Mailbox[]; rejected?: string[] };

/** Adds these as far as they may be mailed; the others, and what was rejected before, end in the text. */
export function addRecipients(value: AddressValue, { mailboxes, rejected = [] }: Added, limits: Limits): Taken {
  const max = limits.max ?? maxRecipients;
  const refused = refusals(
    mailboxes.map(({ address }) => address),
    limits.rules,
  );
  const isRefused = (address: string) => refused.some((refusal) => refusal.address === address);
  const all = merge(
    value.mailboxes,
    mailboxes.filter(({ address }) => !isRefused(address)),
  );
  const left = [value.text.trim(), ...rejected, ...refused.map(({ address }) => address)].filter(Boolean);
  if (all.length > max) return { value, problem: { kind: 'too-many', max } };
  const problem = firstProblem(refused[0], rejected[0]);
  return { value: { mailboxes: all, text: left.join('; ') }, ...(problem && { problem }) };
}

function firstProblem(
  refusal: { address: string; rule: string | null } | undefined,
  text: string | undefined,
): AddressProblem | undefined {
  if (refusal) return { kind: 'disabled', ...refusal };
  if (text === undefined) return undefined;
  const fault = faultOf(text);
  return { kind: 'malformed', text, ...(fault && { fault }) };
}

function merge(known: Mailbox[], added: Mailbox[]): Mailbox[] {
  const isNew = ({ address }: Mailbox) => !known.some((mailbox) => sameMailbox(mailbox.address, address));
  return [...known, ...added.filter(isNew)];
}
