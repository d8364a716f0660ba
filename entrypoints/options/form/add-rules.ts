import { normaliseRule } from '../../../domain/policy.ts';

export type AddedRules = {
  rules: string[];
  /** What could not be read, as it was typed. */
  unreadable: string[];
  /** What the list held already. */
  known: string[];
};

/** Adds what is typed or pasted (one rule or many) to the disabled list; each rule is kept once, in its normal form. */
export function addRules(rules: string[], text: string): AddedRules {
  const added: AddedRules = { rules: [...rules], unreadable: [], known: [] };
  for (const piece of text.split(/[\s,;]+/).filter(Boolean)) {
    const rule = normaliseRule(piece);
    if (rule === undefined) added.unreadable.push(piece);
    else if (added.rules.includes(rule)) added.known.push(rule);
    else added.rules.push(rule);
  }
  return added;
}
