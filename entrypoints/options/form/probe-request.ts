import type { Server } from '../../../domain/profile.ts';
import type { AccountValues } from './account-values.ts';
import { testRequest } from './test-request.ts';

export type ProbeRequest = { server: Server; sender: string; disabled: string[]; secret?: string };

/** What a test of these fields, saved or not, asks for; undefined while one of them is wrong. */
export function probeRequest(values: AccountValues, disabled: string[]): ProbeRequest | undefined {
  const request = testRequest(values, disabled);
  if (!request) return undefined;
  const { account, ...rest } = request;
  return { server: account.server, sender: account.sender.address, ...rest };
}
