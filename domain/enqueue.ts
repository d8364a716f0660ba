import type { Mail } from './mail.ts';
import type { OutboxItem } from './outbox.ts';

type Place = Pick<OutboxItem, 'draftId' | 'profileId' | 'pageUrl'>;
type Submission = Place & {
  mails: Mail[];
  now: number /** For which the press can be taken back. */;
  undoSeconds: number;
};

/**
 * What a press of Send puts into the outbox: items that are new, or begin again because nothing was delivered. Mails of an earlier
 * press that are no longer wanted and never left are cancelled. Once one may have left, the draft goes to nobody it did not go to
 * before: a changed recipient or option takes a new draft.
 * @param known the draft's items so far
 */
export function enqueue(known: OutboxItem[], { mails, now, undoSeconds, ...place }: Submission): OutboxItem[] {
  const old = new Map(known.map((item) => [item.id, item]));
  const mayHaveLeft = known.some((item) => !isUndelivered(item));
  if (mayHaveLeft && mails.some(({ id }) => !old.has(id))) return [];
  const wanted = mails.filter(({ id }) => isUndelivered(old.get(id)));
  const isWanted = ({ id }: OutboxItem) => mails.some((mail) => mail.id === id);
  const unwanted = known.filter((item) => isUndelivered(item) && item.state !== 'cancelled' && !isWanted(item));
  return [
    ...wanted.map((mail) => waiting(mail, place, { attempt: old.get(mail.id)?.attempt ?? 0, now, undoSeconds })),
    ...unwanted.map((item): OutboxItem => ({ ...item, state: 'cancelled', finishedAt: now })),
  ];
}

function isUndelivered(item: OutboxItem | undefined): boolean {
  return item === undefined || ['not-sent', 'rejected', 'cancelled'].includes(item.state);
}

/** Whether a mail that may have left would read otherwise now: what was sent stays as it was, the change is another mail. */
export function changesSent(known: OutboxItem[], mails: Mail[]): boolean {
  const left = new Map(known.filter((item) => !isUndelivered(item)).map(({ id, mail }) => [id, mail]));
  return mails.some((mail) => {
    const sent = left.get(mail.id);
    return sent !== undefined && JSON.stringify({ ...mail, date: sent.date }) !== JSON.stringify(sent);
  });
}

type Start = { attempt: number; now: number; undoSeconds: number };

function waiting(mail: Mail, place: Place, { attempt, now, undoSeconds }: Start): OutboxItem {
  const dueAt = now + undoSeconds * 1000;
  const start = { state: 'waiting', attempt, dueAt, createdAt: now, secondCopyAccepted: false } as const;
  return { ...place, id: mail.id, mail, ...start, ...(undoSeconds > 0 && { undoUntil: dueAt }) };
}
