import { isLoopback } from '../../../domain/loopback.ts';
import { addressSchema, displayNameSchema } from '../../../domain/mailbox.ts';
import { normaliseRule } from '../../../domain/policy.ts';
import { hostSchema, portSchema, serverSchema } from '../../../domain/profile.ts';
import { z } from '../../../domain/schema.ts';
import type { FormValues } from './form-values.ts';
import { isBlankAccount } from './is-blank-account.ts';
import type { KeyringProblem } from './keyring-problem.ts';
import { loginOf } from './login-of.ts';
import { maxReplyTo } from './max-reply-to.ts';

/** What can be wrong with a field; each has its sentence in `problem-text`. */
export type ProblemCode =
  | 'required'
  | 'host'
  | 'port'
  | 'email'
  | 'name'
  | 'login'
  | 'password'
  | 'password-first'
  | 'password-changed'
  | 'password-moves'
  | KeyringProblem
  | 'plain-password'
  | 'reply-to'
  | 'reply-to-many'
  | 'rules'
  | 'rule-pending';

export type Problem = { field: keyof FormValues; code: ProblemCode };

/** Everything that keeps these values from being saved, in the order of the fields. */
export function problems(values: FormValues): Problem[] {
  return [...(isBlankAccount(values) ? [] : accountProblems(values)), ...ruleProblems(values)];
}

function accountProblems(values: FormValues): Problem[] {
  return [...serverProblems(values), ...loginProblems(values), ...senderProblems(values)];
}

function serverProblems({ host, port, security, authentication }: FormValues): Problem[] {
  const plain = security === 'none' && authentication && !isLoopback(host);
  return [
    ...given('host', host, () => fits(hostSchema, host.trim()) || 'host'),
    ...given('port', port, () => fits(portSchema, Number(port)) || 'port'),
    ...(plain ? [{ field: 'security', code: 'plain-password' } as const] : []),
  ];
}

function loginProblems(values: FormValues): Problem[] {
  const { authentication, email, password, otherLogin, login } = values;
  const isLogin = fits(serverSchema.shape.login, loginOf(values));
  return [
    ...given('email', email, () => fits(addressSchema, email.trim()) || 'email'),
    ...(authentication && otherLogin ? given('login', login, () => isLogin || 'login') : []),
    ...check('password', /^[^\p{Cc}\p{Cs}]{0,1024}$/u.test(password) || 'password'),
  ];
}

function senderProblems({ sender, senderName, replyTo }: FormValues): Problem[] {
  const fewEnough = replyTo.mailboxes.length <= maxReplyTo;
  return [
    ...check('sender', sender.trim() === '' || fits(addressSchema, sender.trim()) || 'email'),
    ...check('senderName', fits(displayNameSchema, senderName.trim()) || 'name'),
    ...check('replyTo', replyTo.text.trim() === '' || 'reply-to'),
    ...check('replyTo', fewEnough || 'reply-to-many'),
  ];
}

function ruleProblems({ disabled, newRule }: FormValues): Problem[] {
  return [
    ...check('disabled', disabled.every((rule) => normaliseRule(rule) !== undefined) || 'rules'),
    ...check('newRule', newRule.trim() === '' || 'rule-pending'),
  ];
}

function given(field: keyof FormValues, text: string, judge: () => true | ProblemCode): Problem[] {
  return check(field, text.trim() === '' ? 'required' : judge());
}

function check(field: keyof FormValues, verdict: true | ProblemCode): Problem[] {
  return verdict === true ? [] : [{ field, code: verdict }];
}

function fits(schema: z.ZodMiniType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}
