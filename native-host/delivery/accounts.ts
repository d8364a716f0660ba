import type { Mail } from '../../domain/mail.ts';
import type { Server } from '../../domain/profile.ts';
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
  const prepared = new Map<string, { account: Account; at: number }>();
  // By its server, too: a mail may come again with another one.
  const keyOf = ({ server, mail }: Sendable) => JSON.stringify([mail.id, server, mail.from.address]);

  const forgetOld = () => {
    for (const [key, { at }] of prepared) if (performance.now() - at > freshFor) prepared.delete(key);
  };

  return {
    async prepare(job, secret) {
      forgetOld();
      const account = await accountOf(job, secret);
      prepared.set(keyOf(job), { account, at: performance.now() });
      return account;
    },
    async take(job) {
      forgetOld();
      const found = prepared.get(keyOf(job))?.account;
      prepared.delete(keyOf(job));
      return found ?? accountOf(job, held(job.mail.id));
    },
  };
}
