import { TabpostError, toFailure } from '../../domain/failure.ts';
import { next, type OutboxEvent, type OutboxItem } from '../../domain/outbox.ts';
import { type Outcome, outcomeSchema, owedRecipients } from '../../domain/outcome.ts';
import { type Companion, greetedCompanion } from '../support/companion.ts';
import type { Sample } from '../support/sample-job.ts';

/** More than a plan has kills; the server of a round fails once at most. */
const maxTries = 8;
/** ms: longer than anything a round waits for. */
const patience = 30_000;

export type Desk = {
  /** The mail as its user sees it now. */
  item(): OutboxItem;
  companion(): Companion;
  /** Sends until there is a result, as the extension's outbox does; waiting times pass at once. */
  send(): Promise<OutboxItem>;
  /** The worker is gone: what it knew is forgotten, the outbox is read again by a new one with a new companion. */
  restart(): Promise<void>;
  /** Leaves every companion that was started: two that fail at once are replaced by two. */
  close(): Promise<void>;
};

/**
 * The extension's part, with the real rules of the outbox and real companions, but without a browser: so a round takes a second.
 * @param handingOver is called when a try begins
 */
export async function openDesk(dataDir: string, sample: Sample, handingOver: (attempt: number) => void): Promise<Desk> {
  const companions: Companion[] = [];
  let item = blankItem(sample);
  let companion = await connect();
  let changed: () => void = () => {};

  const isOpen = () => item.state === 'waiting' || item.state === 'sending';

  async function connect(): Promise<Companion> {
    const fresh = await greetedCompanion(dataDir);
    companions.push(fresh);
    fresh.client.onEvent('outcome', (body) => apply({ type: 'outcome', outcome: outcomeSchema.parse(body) }));
    void fresh.exited.then(() => changed());
    return fresh;
  }

  function apply(event: OutboxEvent): void {
    if (event.type === 'outcome' && event.outcome.id !== item.id) return;
    item = next(item, event, item.dueAt);
    changed();
  }

  /** As the dispatcher does: what it is told when it asks counts whatever the try. */
  function applyAnswer(outcome: Outcome): void {
    const absent = outcome.state === 'absent' ? { failure: { code: 'connection-lost' as const } } : {};
    apply({ type: 'outcome', outcome: { ...outcome, ...absent }, asked: true });
  }

  async function handOver(): Promise<void> {
    apply({ type: 'hand-over' });
    handingOver(item.attempt);
    const recipients = owedRecipients(item.recipients);
    const rest = recipients.length > 0 ? { recipients } : {};
    const request = { ...sample.job, attempt: item.attempt, secondCopyAccepted: item.secondCopyAccepted, ...rest };
    const answer = await companion.client.call('submit', request, { upload: sample.pdf }).catch(toFailure);
    if (!('code' in answer)) return applyAnswer(answer);
    if (answer.code !== 'outcome-unknown') apply({ type: 'refused', failure: answer });
  }

  /** Waits for news; asks a new companion when this one is gone. */
  async function watch(): Promise<void> {
    const before = item;
    const news = new Promise<void>((resolve) => {
      changed = resolve;
    });
    if (companion.process.exitCode === null && companion.process.signalCode === null) await inTime(news);
    if (item === before) await ask();
  }

  async function ask(): Promise<void> {
    if (companion.process.exitCode !== null || companion.process.signalCode !== null) companion = await connect();
    const answer = await companion.client.call('outcome', { ids: [item.id] }).catch(toFailure);
    if ('outcomes' in answer) answer.outcomes.forEach(applyAnswer);
  }

  return {
    item: () => item,
    companion: () => companion,
    async restart() {
      companion = await connect();
      if (item.state === 'sending') await ask();
    },
    async send() {
      const giveUpAt = performance.now() + patience;
      while (isOpen() && item.attempt < maxTries) {
        if (performance.now() > giveUpAt) throw new Error(`no result: ${JSON.stringify(item)}`);
        await (item.state === 'waiting' ? handOver() : watch());
        if (item.state === 'sending') await ask();
      }
      return item;
    },
    async close() {
      await Promise.all(companions.map((each) => each.leave()));
    },
  };
}

function inTime(news: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TabpostError('companion-silent')), patience);
  return Promise.race([news, promise]).finally(() => clearTimeout(timer));
}

function blankItem({ job }: Sample): OutboxItem {
  const { id } = job.mail;
  const times = { dueAt: 0, createdAt: 0 };
  const start = { state: 'waiting', attempt: 0, secondCopyAccepted: false } as const;
  return { id, draftId: id, mail: job.mail, profileId: 'main', pageUrl: 'https://erp.example/1', ...start, ...times };
}
