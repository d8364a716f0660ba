import type { Problem } from './form/problems.ts';
import { type Section, sections } from './sections.ts';

/** Where to go first: what is wrong in the account that is open, then in the others; each in the order of the sections. */
export function firstWrong(wrong: Problem[], open: number): { section: Section; problem: Problem } | undefined {
  const byAccount = wrong.toSorted((one, other) => distance(one, open) - distance(other, open));
  const first = byAccount[0] && distance(byAccount[0], open);
  const candidates = byAccount.filter((problem) => distance(problem, open) === first);
  for (const section of sections) {
    for (const field of section.fields) {
      const problem = candidates.find((candidate) => candidate.field === field);
      if (problem) return { section, problem };
    }
  }
  return undefined;
}

function distance({ account }: Problem, open: number): number {
  return account === undefined || account === open ? -1 : account;
}
