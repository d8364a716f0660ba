import type { Server } from '../../../domain/profile.ts';
import { z } from '../../../domain/schema.ts';
import { formSchema } from './form-schema.ts';
import type { FormValues } from './form-values.ts';
import { isBlankAccount } from './is-blank-account.ts';

export type ProbeRequest = { server: Server; sender: string; disabled: string[]; secret?: string };

/** What a test of these fields, saved or not, asks for; undefined while one of them is wrong. */
export function probeRequest(values: FormValues): ProbeRequest | undefined {
  if (isBlankAccount(values)) return undefined;
  const change = z.safeParse(formSchema, { ...values, newRule: '' }); // a rule that is half typed is no rule yet
  if (!change.success || !change.data.account) return undefined;
  const { account, disabled, password: secret } = change.data;
  return { server: account.server, sender: account.sender.address, disabled, ...(secret && { secret }) };
}
