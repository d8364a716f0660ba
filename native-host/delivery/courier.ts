import { isFinal } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { log } from '../log.ts';
import { accountName } from './account-name.ts';
import { createAccounts } from './accounts.ts';
import { createConnections } from './connections.ts';
import { copyToSent } from './copy-to-sent.ts';
import { type Order, orderMessage, type Progress } from './courier-message.ts';
import { deliver } from './deliver.ts';
import { journal } from './journal.ts';
import { locks } from './locks.ts';
import { createQueue } from './queue.ts';
import { spool } from './spool.ts';

type Preparation = Extract<Order, { prepare: unknown }>;

/** ms without work after which a courier ends; longer than an open connection is kept. The next mail starts another one. */
const idleFor = 60_000;

/**
 * The courier: sends the mails whose locks it holds and writes what became of them. It is told by its companion, and when
 * that is gone looks once for a mail it was given but not told about; then it ends as soon as its work is done.
 */
export function runCourier(): void {
  // By mail, not by account: the next mail's password may be another one, or lie elsewhere.
  const secrets = new Map<string, string>();
  const accounts = createAccounts((id) => secrets.get(id));
  const connections = createConnections();
  let idle = setTimeout(end, idleFor);
  const queue = createQueue(run, rest);
  const copies = createQueue((id) => logged(id, copyToSent(id, secrets.get(id))), rest);

  process.on('message', (message) => {
    const order = z.safeParse(orderMessage, message);
    if (order.success) obey(order.data);
  });
  process.on('disconnect', () => {
    for (const id of journal.ids()) if (locks.isMine(id)) take(id, accountNameOf(id));
    rest();
  });

  // They load while the bytes of the first mail still arrive.
  void import('nodemailer/lib/smtp-connection');
  void import('nodemailer/lib/mail-composer');

  function obey(order: Order): void {
    clearTimeout(idle);
    if ('prepare' in order) return void prepare(order);
    if (order.secret !== undefined) secrets.set(order.deliver, order.secret);
    take(order.deliver, order.account);
  }

  /** Only saves time: what goes wrong shows when the mail is there. */
  async function prepare({ prepare: { id, server, sender }, secret }: Preparation): Promise<void> {
    const mail = { id, from: { name: '', address: sender } };
    const account = await accounts.prepare({ server, mail }, secret).catch(() => undefined);
    if (account) connections.prepare(account);
    rest();
  }

  function take(id: string, account: string): void {
    clearTimeout(idle);
    if (waitsForCopy(id)) copies.add(id, 'copies');
    else queue.add(id, account);
  }

  async function run(id: string, leave: () => void): Promise<void> {
    await logged(id, deliver(id, { connections, report, accountFor: accounts.take, leave }));
    if (waitsForCopy(id)) copies.add(id, 'copies');
    else secrets.delete(id);
  }

  function rest(): void {
    clearTimeout(idle);
    if (!queue.isIdle() || !copies.isIdle()) return;
    secrets.clear();
    if (!process.connected) return end();
    idle = setTimeout(end, idleFor);
  }
}

function waitsForCopy(id: string): boolean {
  const record = journal.read(id);
  return record !== undefined && isFinal(record.state) && record.copy?.state === 'waiting';
}

function logged(id: string, work: Promise<void>): Promise<void> {
  return work.catch((error: unknown) => log('deliver-failed', { id, code: (error as NodeJS.ErrnoException).code }));
}

/** A mail that cannot be read waits for nobody: it only gets its result. */
function accountNameOf(id: string): string {
  try {
    return accountName(spool.read(id));
  } catch {
    return id;
  }
}

function end(): void {
  if (process.connected) process.disconnect();
  process.exitCode = 0;
  process.exit();
}

function report(progress: Progress): void {
  process.send?.({ progress }, undefined, undefined, () => {}); // the companion may leave at any time
}
