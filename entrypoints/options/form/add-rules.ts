import type { FoundRules } from '../../../domain/rule-list.ts';

/** The disabled list as the form holds it. */
export type RuleList = {
  rules: string[];
  /** Why a rule stands in the list, by the rule. */
  notes: Record<string, string>;
};

/** Puts these rules in front, so that what was added is seen; each is kept once, a note that is there stays. */
export function addRules(
  { rules, notes }: RuleList,
  { found }: FoundRules,
): RuleList & { added: number; known: string[] } {
  const before = new Set(rules);
  const fresh = new Set(found.map(({ rule }) => rule).filter((rule) => !before.has(rule)));
  const known = found.map(({ rule }) => rule).filter((rule) => before.has(rule));
  const added = Object.fromEntries(found.flatMap(({ rule, note }) => (note ? [[rule, note]] : [])));
  return { rules: [...fresh, ...rules], notes: { ...added, ...notes }, added: fresh.size, known };
}

export function removeRule({ rules, notes }: RuleList, rule: string): RuleList {
  const { [rule]: _gone, ...left } = notes;
  return { rules: rules.filter((other) => other !== rule), notes: left };
}

/** An empty note is none. */
export function withNote({ rules, notes }: RuleList, rule: string, note: string): RuleList {
  const { [rule]: _old, ...others } = notes;
  return { rules, notes: note ? { ...others, [rule]: note } : others };
}
