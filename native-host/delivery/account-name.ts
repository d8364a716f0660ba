import type { Job } from './job.ts';

/** Equal for mails that may ride on one connection. */
export function accountName({ server, mail }: Job): string {
  return JSON.stringify([server, mail.from.address]);
}
