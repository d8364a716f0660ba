import { mailDomains } from './mail-domains.ts';

/** Shorter domains have too many neighbours for a difference of one letter to mean anything. */
const shortest = 6;

/**
 * The well-known domain that was probably meant: one letter too many, missing, wrong or in the neighbour's place.
 * @param known domains of the address list, which are right whatever they look like
 */
export function nearMiss(host: string, known: Iterable<string> = []): string | undefined {
  if (mailDomains.has(host)) return undefined;
  const candidates = new Set(mailDomains);
  for (const domain of known) {
    if (domain === host) return undefined;
    candidates.add(domain);
  }
  return [...candidates].find((domain) => domain.length >= shortest && isOneSlipAway(host, domain));
}

/** Damerau-Levenshtein distance 1, found from both ends. */
export function isOneSlipAway(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  const [a, b] = [typed.slice(start), meant.slice(start)];
  if (a.length > b.length) return a.slice(1) === b;
  if (a.length < b.length) return a === b.slice(1);
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
