import type { Mail } from '../../domain/mail.ts';
import type { Server } from '../../domain/profile.ts';

/** Equal for mails that may ride on one connection. */
export function accountName({ server, mail }: { server: Server; mail: Pick<Mail, 'from'> }): string {
  return JSON.stringify([server, mail.from.address]);
}
