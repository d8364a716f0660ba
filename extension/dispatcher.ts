import { sameMailbox } from '../domain/address.ts';
import { TabpostError, toFailure } from '../domain/failure.ts';
import { isLoopback } from '../domain/loopback.ts';
import { envelopeRecipients, type Mail } from '../domain/mail.ts';
import { next, type OutboxEvent, type OutboxItem } from '../domain/outbox.ts';
import { isDue } from '../domain/outbox-due.ts';
import { type Outcome, owedRecipients, rememberedFor } from '../domain/outcome.ts';
import { refusals } from '../domain/policy.ts';
import type { Profile } from '../domain/profile.ts';
import { z } from '../domain/schema.ts';
import type { Settings } from '../domain/settings.ts';
import { nativeEvents } from '../protocol/native.ts';
import { askOutcomes } from './ask-outcomes.ts';
import type { Companion } from './companion/client.ts';
import { changeOutboxItem, itemsIn, itemsWithOpenCopy } from './storage/outbox.ts';
import { readItems } from './storage/outbox-list.ts';
import { readPdf } from './storage/pdf-store.ts';
import { settingsItem } from './storage/settings.ts';
import { createWakeUp } from './wake-up.ts';

/** A companion lost again this soon is not asked at once but by the alarm: it would crash in a circle. */
const crashLoopMs = 10_000;

export type Dispatcher = {
  /** Asks what became of mails on their way, then hands over what is due. Calls at the same time become one. */
  run(): Promise<void>;
  /** A typed password that goes with this mail, once, and is written nowhere. */
  holdPassword(id: string, password: string): void;
  /** Takes a mail back while its last byte cannot have left; what became of it stands in the outbox. */
  cancel(id: string): Promise<void>;
};

/**
 * Moves outbox items to the companion and its news back. Everything it knows is in the outbox, so it may die at any time.
 * @param ended told of every mail that reaches its end here
 */
export function createDispatcher(companion: Companion, ended: (item: OutboxItem) => void): Dispatcher {
  const wakeUp = createWakeUp(() => void run());
  let running: Promise<void> | undefined;
  let again = false;
  let lastLoss = -crashLoopMs;
  const passwords = new Map<string, string>();
  /** Hand-overs that have no answer yet, by mail. */
  const handingOver = new Map<string, Promise<void>>();
  /** Mails whose last try their sender wants back. */
  const takenBack = new Set<string>();

  companion.onEvent('outcome', (body) =>
    report(nativeEvents.outcome, body, (outcome) => apply(outcome.id, { type: 'outcome', outcome })),
  );
  companion.onEvent('progress', (body) =>
    report(nativeEvents.progress, body, ({ id, done, total }) => apply(id, { type: 'progress', done, total })),
  );
  companion.onLost(() => {
    const now = performance.now();
    if (now - lastLoss > crashLoopMs) void run();
    lastLoss = now;
  });
  return { run, cancel, holdPassword: (id, password) => void passwords.set(id, password) };

  function run(): Promise<void> {
    again = running !== undefined;
    running ??= settle().finally(() => {
      running = undefined;
      if (again) return run();
    });
    return running;
  }

  async function settle(): Promise<void> {
    const waiting = await itemsIn('waiting');
    const sending = await itemsIn('sending');
    await wakeUp.plan([...waiting, ...sending]); // before anything that may take long: a worker that dies meanwhile is woken again
    await reconcile([...sending, ...(await itemsWithOpenCopy())]);
    for (const { id } of waiting) await handOverIfDue(id);
    await wakeUp.plan(await itemsIn('waiting', 'sending'));
  }

  /**
   * Mails that were on their way when this worker or the companion last died, and copies for the Sent folder that were: a companion that
   * starts for this question also goes on filing them.
   */
  async function reconcile(open: OutboxItem[]): Promise<void> {
    const ids = open.filter(isRemembered).map(({ id }) => id);
    const outcomes = await askOutcomes(companion, ids); // of those without an answer the alarm asks again
    await Promise.all(outcomes.map((outcome) => applyAnswer(outcome)));
  }

  /** Looks again: while other mails were handed over, it may have been cancelled, or sent anew with other words. */
  async function handOverIfDue(id: string): Promise<void> {
    const [item] = await readItems([id]);
    if (item?.state !== 'waiting' || !isDue(item, Date.now())) return;
    const work = handOver(item).finally(() => {
      handingOver.delete(id);
      passwords.delete(id);
    });
    handingOver.set(id, work);
    await work;
  }

  async function handOver(judged: OutboxItem): Promise<void> {
    const { id } = judged;
    takenBack.delete(id);
    const account = await permitted(judged).catch(toFailure);
    const host = 'server' in account ? account.server.host : undefined;
    if (host !== undefined && isOutOfReach(host)) return void (await apply(id, { type: 'offline' }));
    const event: OutboxEvent = { type: 'hand-over', ...(host !== undefined && { host }) };
    const item = await apply(id, event, (now) => JSON.stringify(now) === JSON.stringify(judged));
    if (item?.state !== 'sending') return;
    const answer = 'code' in account ? account : await submit(item, account).catch(toFailure);
    if (!('code' in answer)) await applyAnswer(answer);
    else if (answer.code === 'outcome-unknown') again = true;
    else await apply(id, { type: 'refused', failure: answer });
  }

  async function submit(
    { mail, attempt, secondCopyAccepted, recipients }: OutboxItem,
    account: Account,
  ): Promise<Outcome> {
    const upload = await attachmentsOf(mail);
    if (takenBack.has(mail.id)) throw new TabpostError('cancelled');
    const owed = owedRecipients(recipients);
    const secret = passwords.get(mail.id);
    const rest = { ...(owed.length > 0 && { recipients: owed }), ...(secret && { secret }) };
    return companion.call('submit', { mail, attempt, secondCopyAccepted, ...account, ...rest }, { upload });
  }

  /** `absent` is said while the mail is still being handed over, too: what becomes of that is awaited, and it is not tried again. */
  async function cancel(id: string): Promise<void> {
    const item = await apply(id, { type: 'cancel' });
    if (item?.state !== 'sending') return;
    const { attempt } = item;
    takenBack.add(id);
    const answer = await companion.call('cancel', { id, attempt });
    if (answer.state === 'absent') await handingOver.get(id);
    await applyAnswer(answer, (now) => now.attempt === attempt);
  }

  /** @param isMeant whether the event is still about the item as it is by now */
  async function apply(
    id: string,
    event: OutboxEvent,
    isMeant = (_now: OutboxItem) => true,
  ): Promise<OutboxItem | undefined> {
    let hasEnded = false;
    const after = await changeOutboxItem(id, (item) => {
      const changed = item && isMeant(item) ? next(item, event, Date.now()) : item;
      hasEnded = changed?.finishedAt !== undefined && changed.state !== item?.state;
      return changed;
    });
    if (after && hasEnded) ended(after);
    return after;
  }

  /** What the companion says when it is asked; `absent` means that the hand-over never reached its journal. */
  function applyAnswer(outcome: Outcome, isMeant?: (now: OutboxItem) => boolean): Promise<OutboxItem | undefined> {
    const code = takenBack.has(outcome.id) ? 'cancelled' : 'connection-lost';
    const answer: Outcome = outcome.state === 'absent' ? { ...outcome, failure: { code } } : outcome;
    return apply(outcome.id, { type: 'outcome', outcome: answer, asked: true }, isMeant);
  }
}

/** The companion forgets a mail some time after its end: then a question about it has no answer. */
function isRemembered({ finishedAt }: OutboxItem): boolean {
  return finishedAt === undefined || Date.now() - finishedAt < rememberedFor;
}

/** Nothing can be reached without a network, except this computer itself. */
function isOutOfReach(host: string): boolean {
  return !navigator.onLine && !isLoopback(host);
}

type Account = Awaited<ReturnType<typeof permitted>>;

/** The account and rules of this moment: a mail that waited is judged by the rules of today. */
async function permitted(item: OutboxItem) {
  const settings = await settingsItem.read();
  const { server, sentCopy } = item.trial ? { server: item.trial } : (accountFor(item, settings) ?? {});
  if (!server) throw new TabpostError('not-set-up');
  const addresses = [...envelopeRecipients(item.mail), ...item.mail.replyTo];
  const [refused] = refusals(addresses, settings.disabled);
  if (refused) throw new TabpostError('address-disabled', { address: refused.address, detail: refused.rule ?? '' });
  return { server, disabled: settings.disabled, ...(sentCopy && { sentCopy }) };
}

/** When its account was removed and entered again, the one with the same sender will do; a stranger's never does. */
function accountFor({ profileId, mail }: OutboxItem, { profiles }: Settings): Profile | undefined {
  return (
    profiles.find(({ id }) => id === profileId) ??
    profiles.find(({ sender }) => sameMailbox(sender.address, mail.from.address))
  );
}

async function attachmentsOf({ attachments }: Mail): Promise<Blob> {
  const blobs = await Promise.all(attachments.map(({ sha256 }) => readPdf(sha256)));
  if (blobs.some((blob) => blob === undefined)) throw new TabpostError('draft-missing');
  return new Blob(blobs.filter((blob) => blob !== undefined));
}

function report<Body>(schema: z.ZodMiniType<Body>, body: unknown, take: (body: Body) => Promise<unknown>): void {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) void take(parsed.data);
}
