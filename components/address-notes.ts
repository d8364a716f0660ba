import { readableHostName } from '../domain/host-name.ts';
import { lookalike } from '../domain/lookalike.ts';
import type { Mailbox } from '../domain/mailbox.ts';
import { nearMiss } from '../domain/near-miss.ts';

/** What a person should know about a recipient before sending. */
export type AddressNote = { mailbox: Mailbox; host: string } & (
  | { kind: 'near-miss'; meant: string }
  | { kind: 'mixed' | 'lookalike' | 'idn'; readable: string }
);

/** Domains of the address list that are like a host, by that host; a host nobody has asked for yet is missing. */
export type KnownDomains = ReadonlyMap<string, string[]>;

/** At most one note for each domain, warnings first. */
export function addressNotes(mailboxes: Mailbox[], known: KnownDomains): AddressNote[] {
  const notes = new Map(mailboxes.map((mailbox) => [hostOf(mailbox), noteOn(mailbox, known)]));
  const found = [...notes.values()].filter((note) => note !== undefined);
  return found.sort((a, b) => Number(a.kind === 'idn') - Number(b.kind === 'idn'));
}

export function hostOf({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function noteOn(mailbox: Mailbox, known: KnownDomains): AddressNote | undefined {
  const host = hostOf(mailbox);
  const domains = known.get(host);
  const meant = domains && nearMiss(host, domains);
  if (meant) return { kind: 'near-miss', mailbox, host, meant };
  const readable = readableHostName(host);
  if (readable === host) return undefined;
  return { kind: lookalike(host) ?? 'idn', mailbox, host, readable };
}
