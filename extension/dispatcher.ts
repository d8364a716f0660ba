import { browser } from 'wxt/browser';
import { sameMailbox } from '../domain/address.ts';
import { TabpostError, toFailure } from '../domain/failure.ts';
import { envelopeRecipients } from '../domain/mail.ts';
import { next, type OutboxEvent, type OutboxItem } from '../domain/outbox.ts';
import { type Outcome, owedRecipients } from '../domain/outcome.ts';
import { refusals } from '../domain/policy.ts';
import type { Profile } from '../domain/profile.ts';
import { z } from '../domain/schema.ts';
import type { Settings } from '../domain/settings.ts';
import { nativeEvents } from '../protocol/native.ts';
import { autoStore } from './auto-store.ts';
import type { Companion } from './companion/client.ts';
import { changeOutboxItem, listOutbox } from './storage/outbox.ts';
import { readPdf } from './storage/pdf-store.ts';
import { settingsItem } from './storage/settings.ts';

/** Wakes the worker while mails are unfinished: for what becomes due, and for results that got lost. */
export const dispatchAlarm = 'tabpost:dispatch';

/** A companion lost again this soon is not asked at once but by the alarm: it would crash in a circle. */
const crashLoopMs = 10_000;

export type Dispatcher = {
  /** Asks what became of mails on their way, then hands over what is due. Calls at the same time become one. */
  run(): Promise<void>;
  /** A typed password that goes with this mail, once, and is written nowhere. */
  holdPassword(id: string, password: string): void;
};

/** Moves outbox items to the companion and its news back. Everything it knows is in the outbox, so it may die at any time. */
export function createDispatcher(companion: Companion): Dispatcher {
  let running: Promise<void> | undefined;
  let again = false;
  let lastLoss = -crashLoopMs;
  const passwords = new Map<string, string>();

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
  return { run, holdPassword: (id, password) => void passwords.set(id, password) };

  function run(): Promise<void> {
    again = running !== undefined;
    running ??= settle().finally(() => {
      running = undefined;
      if (again) return run();
    });
    return running;
  }

  async function settle(): Promise<void> {
    const items = await listOutbox();
    await setAlarm(items); // before anything that may take long: a worker that dies meanwhile is woken again
    await reconcile(items.filter(({ state }) => state === 'sending'));
    const now = Date.now();
    for (const item of items.reverse()) if (item.state === 'waiting' && item.dueAt <= now) await handOver(item);
    await setAlarm(await listOutbox());
  }

  /** Items that were on their way when this worker or the companion last died. */
  async function reconcile(sending: OutboxItem[]): Promise<void> {
    if (sending.length === 0) return;
    const ids = sending.map(({ id }) => id);
    const answer = await companion.call('outcome', { ids }).catch(toFailure);
    if ('code' in answer) return; // no companion now: the alarm asks again, nothing is assumed
    await Promise.all(answer.outcomes.map(applyAnswer));
  }

  async function handOver(waiting: OutboxItem): Promise<void> {
    const item = await apply(waiting.id, { type: 'hand-over' });
    if (item?.state !== 'sending') return;
    try {
      const account = await permitted(item);
      const upload = await attachmentsOf(item);
      const { mail, attempt, secondCopyAccepted } = item;
      const recipients = owedRecipients(item.recipients);
      const rest = recipients.length > 0 ? { recipients } : {};
      const secret = passwords.get(item.id);
      const request = { mail, attempt, secondCopyAccepted, ...account, ...rest, ...(secret && { secret }) };
      await applyAnswer(await companion.call('submit', request, { upload }));
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'outcome-unknown') again = true;
      else await apply(item.id, { type: 'refused', failure });
    } finally {
      passwords.delete(item.id);
    }
  }
}

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

async function attachmentsOf(item: OutboxItem): Promise<Blob> {
  const blobs = await Promise.all(item.mail.attachments.map(({ sha256 }) => readPdf(sha256)));
  if (blobs.some((blob) => blob === undefined)) throw new TabpostError('draft-missing');
  return new Blob(blobs.filter((blob) => blob !== undefined));
}

async function apply(id: string, event: OutboxEvent): Promise<OutboxItem | undefined> {
  let before: OutboxItem | undefined;
  const after = await changeOutboxItem(id, (item) => {
    before = item;
    return item && next(item, event, Date.now());
  });
  if (after && after.state !== before?.state && ['sent', 'partly-sent'].includes(after.state)) void autoStore(after);
  return after;
}

/** What the companion says when it is asked; `absent` means that the hand-over never reached its journal. */
function applyAnswer(outcome: Outcome): Promise<OutboxItem | undefined> {
  const answer: Outcome = outcome.state === 'absent' ? { ...outcome, failure: { code: 'connection-lost' } } : outcome;
  return apply(outcome.id, { type: 'outcome', outcome: answer, asked: true });
}

function report<Body>(schema: z.ZodMiniType<Body>, body: unknown, take: (body: Body) => Promise<unknown>): void {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) void take(parsed.data);
}

/** Browsers forget alarms at a restart, so it is made again at every run. */
async function setAlarm(items: OutboxItem[]): Promise<void> {
  const unfinished = items.some(({ state }) => state === 'waiting' || state === 'sending');
  if (unfinished) await browser.alarms.create(dispatchAlarm, { periodInMinutes: 1 });
  else await browser.alarms.clear(dispatchAlarm);
}
