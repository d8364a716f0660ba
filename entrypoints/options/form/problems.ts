import type { AddressValue } from '../../../components/take-recipients.ts';
import { normaliseRule, refusals } from '../../../domain/policy.ts';
import { z } from '../../../domain/schema.ts';
import { maxRules, settingsSchema } from '../../../domain/settings.ts';
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
  return [
    ...ofAccounts,
    ...replyProblems(values),
    ...ruleProblems(values),
    ...copyProblems(values),
    ...numberProblems(values),
  ];
}

/** What no mail could leave with is said here, not at the first press of Send. */
function replyProblems({ accounts, disabled }: FormValues): Problem[] {
  return accounts.flatMap(({ replyTo }, account) =>
    check('replyTo', isFree(replyTo, disabled) || 'address-disabled').map((problem) => ({ ...problem, account })),
  );
}

function copyProblems({ alwaysBcc, disabled }: FormValues): Problem[] {
  return [
    ...check('alwaysBcc', alwaysBcc.text.trim() === '' || 'reply-to'),
    ...check('alwaysBcc', isFree(alwaysBcc, disabled) || 'address-disabled'),
  ];
}

function isFree({ mailboxes }: AddressValue, rules: string[]): boolean {
  const addresses = mailboxes.map(({ address }) => address);
  return refusals(addresses, rules).length === 0;
}

function ruleProblems({ disabled, newRule }: FormValues): Problem[] {
  return [
    ...check('disabled', disabled.every((rule) => normaliseRule(rule) !== undefined) || 'rules'),
    ...check('disabled', disabled.length <= maxRules || 'rules-many'),
    ...check('newRule', newRule.trim() === '' || 'rule-pending'),
  ];
}

function numberProblems({ undoSeconds, retentionDays }: FormValues): Problem[] {
  const { shape } = settingsSchema;
  return [
    ...check('undoSeconds', isNumber(shape.undoSeconds, undoSeconds) || 'undo-seconds'),
    ...check('retentionDays', isNumber(shape.retentionDays, retentionDays) || 'retention-days'),
  ];
}

function isNumber(schema: z.ZodMiniType, text: string): boolean {
  return text.trim() !== '' && z.safeParse(schema, Number(text)).success;
}
