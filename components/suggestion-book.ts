import type { Mailbox } from '../domain/mailbox.ts';

/** The address list as an address field needs it. The page brings it along: components read no storage. */
export type SuggestionBook = {
  /** Entries that fit what is typed, the likeliest first; none of those `taken`, none that is disabled. */
  suggest(query: string, taken: string[]): Promise<Mailbox[]>;
  /** Takes an address out of the list. */
  forget(address: string): Promise<void>;
  /** Domains of the list that could be meant by this one, and this one when the list has it. */
  domainsLike(host: string): Promise<string[]>;
};
