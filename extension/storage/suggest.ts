import type { Contact } from '../../domain/contact.ts';
import { contactKey } from '../../domain/contact.ts';
import { type ContactIndex, indexContacts } from '../../domain/contact-index.ts';
import { readContactLine } from '../../domain/contact-line.ts';
import { domainsOf } from '../../domain/domains-of.ts';
import { isOneSlipAway } from '../../domain/near-miss.ts';
import { refusals } from '../../domain/policy.ts';
import { type Ranking, rankContacts } from '../../domain/rank-contacts.ts';
import { searchContacts } from '../../domain/search-contacts.ts';
import { suggestionOrder } from '../../domain/suggestion-order.ts';
import { watchContacts } from './contact-changes.ts';
import { readShards } from './contact-shards.ts';
import { inSlices } from './in-slices.ts';

type Book = {
  index: ContactIndex;
  used: Contact[];
  /** By site. */
  rankings: Map<string, Ranking>;
  domains?: Promise<Set<string>>;
};

export type Wish = {
  /** Host of the page that is sent; empty when it has none. */
  site: string;
  /** The disabled list: what it catches is not suggested. */
  rules: string[];
  /** Addresses that are recipients already. */
  exclude?: string[];
  limit: number;
};

let loaded: Promise<Book> | undefined;
let watching = false;

/**
 * Entries whose name, address or domain fits what is typed: those mailed from this site most often first, then the latest used.
 * The first call reads the list, piece by piece; calls after a change by whomever read it again.
 */
export async function suggest(query: string, { site, rules, exclude = [], limit }: Wish): Promise<Contact[]> {
  if (query.trim() === '') return [];
  loaded ??= load();
  const book = await loaded;
  const { index } = book;
  const taken = new Set(exclude.map(contactKey));
  const accepts = (line: number) => {
    const address = addressOf(index, line);
    return !taken.has(contactKey(address)) && refusals([address], rules).length === 0;
  };
  const found = searchContacts(index, query, { ranking: rankingOf(book, site), accepts, limit });
  return found.map((line) => readContactLine(lineText(index, line)));
}

/** Domains of the list that differ from this one by a slip of the finger, and this one when the list has it. */
export async function domainsLike(host: string): Promise<string[]> {
  loaded ??= load();
  const book = await loaded;
  book.domains ??= inSlices(domainsOf(book.index));
  return [...(await book.domains)].filter((domain) => domain === host || isOneSlipAway(host, domain));
}

/** Reads the list before the first letter is typed. */
export function prepareSuggestions(): Promise<unknown> {
  loaded ??= load();
  return loaded;
}

/** What was changed here is not suggested as it was, not even once. */
export function renewSuggestions(): void {
  loaded = undefined;
}

function load(): Promise<Book> {
  if (!watching) watchContacts(renewSuggestions);
  watching = true;
  return read().catch((error: unknown) => {
    loaded = undefined; // the next call tries again
    throw error;
  });
}

async function read(): Promise<Book> {
  const { parts, used } = await inSlices(suggestionOrder(await readShards()));
  return { index: await inSlices(indexContacts(parts)), used, rankings: new Map() };
}

function rankingOf({ index, used, rankings }: Book, site: string): Ranking {
  const known = rankings.get(site) ?? rankContacts(used, site, index.lines.length);
  rankings.set(site, known);
  return known;
}

function addressOf({ text, lines }: ContactIndex, line: number): string {
  const start = lines[line] ?? 0;
  const end = (lines[line + 1] ?? 0) - 1;
  const tab = text.indexOf('\t', start);
  return text.slice(start, tab < 0 || tab > end ? end : tab);
}

function lineText({ text, lines }: ContactIndex, line: number): string {
  return text.slice(lines[line], (lines[line + 1] ?? 0) - 1);
}
