import { normaliseRule } from '../../../domain/policy.ts';
import { accountProblems } from './account-problems.ts';
import type { AccountValues } from './account-values.ts';
import { check, type FieldProblem } from './field-problem.ts';
import type { FormValues } from './form-values.ts';

type OwnField = Exclude<keyof FormValues, 'accounts'>;
export type FieldName = keyof AccountValues | OwnField;

/** `account` is the place of the account in the list, for a field of one. */
export type Problem =
  | (FieldProblem<keyof AccountValues> & { account: number })
  | (FieldProblem<OwnField> & { account?: undefined });

/** Everything that keeps these values from being saved, in the order of the fields. */
export function problems(values: FormValues): Problem[] {
  const ofAccounts = values.accounts.flatMap((account, index) =>
    accountProblems(account).map((problem) => ({ ...problem, account: index })),
  );
  return [...ofAccounts, ...ruleProblems(values)];
}

function ruleProblems({ disabled, newRule }: FormValues): Problem[] {
  return [
    ...check('disabled', disabled.every((rule) => normaliseRule(rule) !== undefined) || 'rules'),
    ...check('newRule', newRule.trim() === '' || 'rule-pending'),
  ];
}
