import { TabpostError } from '../../domain/failure.ts';
import type { Mail } from '../../domain/mail.ts';
import type { Server } from '../../domain/profile.ts';
import { readSecret } from '../secrets/index.ts';
import type { Account } from './connections.ts';
import type { Login } from './server-options.ts';

type Sendable = { server: Server; mail: Pick<Mail, 'from'> };

/**
 * The account a mail leaves by.
 * @param held password that only the companion's memory holds
 * @throws TabpostError `secret-missing`, `keyring-unavailable`
 */
export async function accountOf({ server, mail }: Sendable, held: string | undefined): Promise<Account> {
  return { server, login: await loginOf(server, held), name: mail.from.address.split('@')[1] ?? '' };
}

async function loginOf(server: Server, held: string | undefined): Promise<Login | undefined> {
  if (server.authentication === 'none') return undefined;
  const secret = held ?? (await readSecret(server));
  if (secret === undefined) throw new TabpostError('secret-missing');
  return { user: server.login, pass: secret };
}
