import { parseAddress } from './address.ts';
import { normaliseHostName } from './host-name.ts';

export type Refusal = {
  address: string;
  /** The rule that caught it as it was written; null when the address itself could not be read. */
  rule: string | null;
};

type Matcher = { rule: string; matches: (address: string, key: string) => boolean };

/**
 * Which of these addresses must not be mailed. The same function runs in the form, at enqueue, at hand-over and in the companion.
 * Rules: `a@b.test` (also catches `a+x@b.test`), `*@b.test` or `@b.test` (the domain), `*.b.test` (its sub-domains only).
 * What cannot be read is refused: an address nobody can judge is not sent to. A rule that cannot be read refuses everything.
 */
export function refusals(addresses: string[], rules: string[]): Refusal[] {
  const matchers = rules.map(readRule);
  return addresses.flatMap((text) => {
    const rule = refusedBy(text, matchers);
    return rule === undefined ? [] : [{ address: text, rule }];
  });
}

/** Normal form of a rule, or undefined when it is none. */
export function normaliseRule(text: string): string | undefined {
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

function refusedBy(text: string, matchers: Matcher[]): string | null | undefined {
  try {
    const { address, key } = parseAddress(text);
    return matchers.find(({ matches }) => matches(address.toLowerCase(), key))?.rule;
  } catch {
    return null; // unreadable in whatever way: refused
  }
}

function readRule(rule: string): Matcher {
  const normal = normaliseRule(rule);
  if (normal === undefined) return { rule, matches: () => true };
  if (normal.startsWith('*.')) return { rule, matches: (address) => address.endsWith(normal.slice(1)) };
  if (normal.startsWith('*@')) return { rule, matches: (address) => address.endsWith(normal.slice(1)) };
  return { rule, matches: (address, key) => address === normal || key === normal };
}

function withoutFinalDot(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
