import { type Draft, recipientsOf } from '../../domain/draft.ts';
import { envelopeRecipients } from '../../domain/mail.ts';
import type { OutboxItem } from '../../domain/outbox.ts';

/**
 * The mails of a draft that its last press of Send meant, by recipient. A press under another option, or before a recipient was
 * taken out, may have left cancelled ones behind.
 */
export function shownItems(items: OutboxItem[] | undefined, draft: Draft | null): OutboxItem[] {
  if (!draft || !items) return [];
  const whole = items.filter(({ id }) => id === draft.id);
  const each = items.filter(({ id }) => id !== draft.id);
  if (each.length === 0 || whole.some(({ state }) => state !== 'cancelled')) return whole;
  const people = new Set(recipientsOf(draft).map(({ address }) => address.toLowerCase()));
  const isMeant = (item: OutboxItem) => item.state !== 'cancelled' || people.has(nameOf(item));
  return each.filter(isMeant).sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

function nameOf({ mail }: OutboxItem): string {
  return envelopeRecipients(mail)[0]?.toLowerCase() ?? '';
}
