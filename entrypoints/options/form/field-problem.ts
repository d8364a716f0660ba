import { z } from '../../../domain/schema.ts';
import type { KeyringProblem } from './keyring-problem.ts';

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
  | 'password-copies'
  | KeyringProblem
  | 'plain-password'
  | 'reply-to'
  | 'reply-to-many'
  | 'signature'
  | 'pattern'
  | 'folder'
  | 'rules'
  | 'rules-many'
  | 'address-disabled'
  | 'rule-pending'
  | 'undo-seconds'
  | 'retention-days';

export type FieldProblem<Field> = { field: Field; code: ProblemCode };

export function check<Field extends string>(field: Field, verdict: true | ProblemCode): FieldProblem<Field>[] {
  return verdict === true ? [] : [{ field, code: verdict }];
}

/** The same for a field that must not be empty. */
export function given<Field extends string>(
  field: Field,
  text: string,
  judge: () => true | ProblemCode,
): FieldProblem<Field>[] {
  return check(field, text.trim() === '' ? 'required' : judge());
}

export function fits(schema: z.ZodMiniType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}
