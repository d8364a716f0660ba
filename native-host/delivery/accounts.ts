import type { Mail } from '../../domain/mail.ts';
import type { Server } from '../../domain/profile.ts';
import { accountName } from './account-name.ts';
import { accountOf } from './account-of.ts';
import type { Account } from './connections.ts';

/** ms for which a password that was read for a mail need not be read again for it: a keyring may take its time. */
const freshFor = 10_000;

type Sendable = { server: Server; mail: Pick<Mail, 'id' | 'from'> };

export type Accounts = {
  /** Reads the password while the mail's bytes arrive. @throws TabpostError what `accountOf` throws */
  prepare(job: Sendable, held: string | undefined): Promise<Account>;
  /** The account of a mail that is sent now. @throws TabpostError what `accountOf` throws */
  take(job: Sendable): Promise<Account>;
};

/** @param held password of a mail that only the companion's memory holds */
export function createAccounts(held: (id: string) => string | undefined): Accounts {
  const prepared = new Map<string, Account>();
  // By its server, too: a mail may come again with another one.
  const keyOf = (job: Sendable) => `${job.mail.id} ${accountName(job)}`;

  return {
    async prepare(job, secret) {
      const account = await accountOf(job, secret);
      prepared.set(keyOf(job), account);
      setTimeout(() => prepared.delete(keyOf(job)), freshFor).unref();
      return account;
    },
    async take(job) {
      const found = prepared.get(keyOf(job));
      prepared.delete(keyOf(job));
      return found ?? accountOf(job, held(job.mail.id));
    },
  };
}
