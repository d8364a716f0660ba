import { parseAddress } from './address.ts';
import { normaliseHostName } from './host-name.ts';
import { isPlainAddress } from './plain-address.ts';

export type Refusal = {
  address: string;
  /** The rule that caught it as it was written; null when the address itself could not be read. */
  rule: string | null;
};

/**
 * Which of these addresses must not be mailed. The same function runs in the form, at enqueue, at hand-over and in the companion.
 * Rules: `a@b.test` (also catches `a+x@b.test`), `*@b.test` or `@b.test` (the domain), `*.b.test` (its sub-domains only).
 * What cannot be read is refused: an address nobody can judge is not sent to. A rule that cannot be read refuses everything.
 */
export function refusals(addresses: string[], rules: string[]): Refusal[] {
  const book = ruleBook(rules);
  return addresses.flatMap((text) => {
    const rule = refusedBy(text, book);
    return rule === undefined ? [] : [{ address: text, rule }];
  });
}

/** Normal form of a rule, or undefined when it is none. */
export function normaliseRule(text: string): string | undefined {
  if (isPlainAddress(text) || (text.length < 64 && plainDomainRule.test(text))) return text;
  const rule = text.trim();
  try {
    if (rule.startsWith('*.')) return `*.${normaliseHostName(withoutFinalDot(rule.slice(2)))}`;
    const domain = /^\*?@(.+)$/.exec(rule)?.[1];
    if (domain !== undefined) return `*@${normaliseHostName(withoutFinalDot(domain))}`;
    return parseAddress(withoutFinalDot(rule)).address.toLowerCase();
  } catch {
    return undefined; // any unreadable rule means the same here: it is no rule
  }
}

// Most rules of a long list are in normal form already, and seeing that is far cheaper than working it out. What fits here holds no
// A-label, no number at its end and no double dash, so the long way would leave it as it is (a test compares the two).
const plainDomainRule = /^\*[.@](?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z][a-z0-9]*$/;

type RuleBook = {
  /** The rule as it was written, by its normal form. */
  rules: Map<string, string>;
  /** A rule that cannot be read. */
  unreadable: string | undefined;
};

/** Made once for a list, then one look-up for each form an address can be caught by: 100,000 rules cost no more than ten. */
function ruleBook(rules: string[]): RuleBook {
  const known = latest?.rules === rules && latest.length === rules.length ? latest.book : undefined;
  if (known) return known;
  const book: RuleBook = { rules: new Map(), unreadable: undefined };
  for (const rule of rules) {
    const normal = normaliseRule(rule);
    if (normal === undefined) book.unreadable ??= rule;
    else if (!book.rules.has(normal)) book.rules.set(normal, rule);
  }
  latest = { rules, length: rules.length, book };
  return book;
}

let latest: { rules: string[]; length: number; book: RuleBook } | undefined;

function refusedBy(text: string, { rules, unreadable }: RuleBook): string | null | undefined {
  const forms = formsOf(text);
  if (!forms) return null;
  const caught = forms.find((form) => rules.has(form));
  return caught === undefined ? unreadable : rules.get(caught);
}

/** Every rule that would catch this address, the narrowest first; undefined when it cannot be read. */
function formsOf(text: string): string[] | undefined {
  try {
    const { address, key } = parseAddress(text);
    const labels = key.slice(key.indexOf('@') + 1).split('.');
    const parents = labels.slice(1).map((_, at) => `*.${labels.slice(at + 1).join('.')}`);
    return [address.toLowerCase(), key, `*@${labels.join('.')}`, ...parents];
  } catch {
    return undefined; // unreadable in whatever way: refused
  }
}

function withoutFinalDot(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
