import { maxRecipients, sameMailbox, splitPasted } from '../domain/address.ts';
import type { Mailbox } from '../domain/mailbox.ts';
import { refusals } from '../domain/policy.ts';

/** What an address field holds: finished recipients, and text that is none yet. */
export type AddressValue = { mailboxes: Mailbox[]; text: string };

export type AddressProblem =
  | { kind: 'malformed'; text: string }
  | { kind: 'disabled'; address: string; rule: string | null }
  | { kind: 'too-many'; max: number };

type Limits = { rules: string[]; max?: number };

/**
 * Turns the typed or pasted text into recipients. What can't become one stays in the text, so that nobody who was meant
 * to get the mail is dropped silently; the first such piece is the problem.
 */
export function takeRecipients(value: AddressValue, limits: Limits): { value: AddressValue; problem?: AddressProblem } {
  const max = limits.max ?? maxRecipients;
  const { mailboxes, rejected, tooMany } = splitPasted(value.text);
  const refused = refusals(
    mailboxes.map(({ address }) => address),
    limits.rules,
  );
  const isRefused = (address: string) => refused.some((refusal) => refusal.address === address);
  const all = merge(
    value.mailboxes,
    mailboxes.filter(({ address }) => !isRefused(address)),
  );
  if (tooMany || all.length > max) return { value, problem: { kind: 'too-many', max } };
  const left = [...rejected, ...refused.map(({ address }) => address)];
  const problem = firstProblem(refused[0], rejected[0]);
  return { value: { mailboxes: all, text: left.join('; ') }, ...(problem && { problem }) };
}

function firstProblem(
  refusal: { address: string; rule: string | null } | undefined,
  text: string | undefined,
): AddressProblem | undefined {
  if (refusal) return { kind: 'disabled', ...refusal };
  return text === undefined ? undefined : { kind: 'malformed', text };
}

function merge(known: Mailbox[], added: Mailbox[]): Mailbox[] {
  const isNew = ({ address }: Mailbox) => !known.some((mailbox) => sameMailbox(mailbox.address, address));
  return [...known, ...added.filter(isNew)];
}
