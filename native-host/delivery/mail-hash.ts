import { createHash } from 'node:crypto';
import type { Mail } from '../../domain/mail.ts';

/** SHA-256 of everything a mail says and to whom; equal for equal mails, whatever order their fields came in. */
export function mailHash(mail: Mail): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(mail)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, sorted(field)]));
}
