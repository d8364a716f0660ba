import type { Mail } from './mail.ts';
import type { OutboxItem } from './outbox.ts';

type Place = Pick<OutboxItem, 'draftId' | 'profileId' | 'pageUrl'>;
type Submission = Place & { mails: Mail[]; now: number };

/**
 * What a press of Send puts into the outbox: items that are new, or begin again because nothing was delivered. Mails of an earlier
 * press that are no longer wanted and never left are cancelled. Once one may have left, the draft goes to nobody it did not go to
 * before: a changed recipient or option takes a new draft.
 * @param known the draft's items so far
 */
export function enqueue(known: OutboxItem[], { mails, now, ...submission }: Submission): OutboxItem[] {
  const old = new Map(known.map((item) => [item.id, item]));
  const mayHaveLeft = known.some((item) => !isUndelivered(item));
  if (mayHaveLeft && mails.some(({ id }) => !old.has(id))) return [];
  const wanted = mails.filter(({ id }) => isUndelivered(old.get(id)));
  const isWanted = ({ id }: OutboxItem) => mails.some((mail) => mail.id === id);
  const unwanted = known.filter((item) => isUndelivered(item) && item.state !== 'cancelled' && !isWanted(item));
  return [
    ...wanted.map((mail) => waiting(mail, submission, { attempt: old.get(mail.id)?.attempt ?? 0, now })),
    ...unwanted.map((item): OutboxItem => ({ ...item, state: 'cancelled', finishedAt: now })),
  ];
}

function isUndelivered(item: OutboxItem | undefined): boolean {
  return item === undefined || ['not-sent', 'rejected', 'cancelled'].includes(item.state);
}

function waiting(mail: Mail, place: Place, { attempt, now }: { attempt: number; now: number }): OutboxItem {
  const start = { state: 'waiting', attempt, dueAt: now, createdAt: now, secondCopyAccepted: false } as const;
  return { ...place, id: mail.id, mail, ...start };
}
