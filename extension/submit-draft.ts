import { TabpostError } from '../domain/failure.ts';
import { compose, envelopeRecipients, type Mail } from '../domain/mail.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import { refusals } from '../domain/policy.ts';
import { profileOf, type Settings } from '../domain/settings.ts';
import { draftItem } from './storage/draft.ts';
import { changeOutboxItem } from './storage/outbox.ts';
import { settingsItem } from './storage/settings.ts';

/**
 * Puts the tab's draft into the outbox, judged by the rules of this moment.
 * A draft that is there already is not put in twice; one that was not delivered goes again, as it reads now.
 * @returns the mail's id
 * @throws TabpostError `draft-missing`, `address-disabled` and those of compose
 */
export async function submitDraft(tabId: number): Promise<string> {
  const [draft, settings] = await Promise.all([draftItem(tabId).read(), settingsItem.read()]);
  if (!draft) throw new TabpostError('draft-missing');
  const mail = compose(draft, settings, new Date());
  refuseDisabled(mail, settings);
  const profileId = profileOf(settings, draft.profileId)?.id ?? '';
  await changeOutboxItem(
    mail.id,
    (item) => enqueued(item, { mail, profileId, pageUrl: draft.url }, Date.now()),
    'strict',
  );
  return mail.id;
}

function refuseDisabled(mail: Mail, settings: Settings): void {
  const [refused] = refusals([...envelopeRecipients(mail), ...mail.replyTo], settings.disabled);
  if (refused) throw new TabpostError('address-disabled', { address: refused.address, detail: refused.rule ?? '' });
}

type Submission = Pick<OutboxItem, 'mail' | 'profileId' | 'pageUrl'>;

function enqueued(item: OutboxItem | undefined, submission: Submission, now: number): OutboxItem {
  const notDelivered = item === undefined || ['not-sent', 'rejected', 'cancelled'].includes(item.state);
  if (!notDelivered) return item;
  const { id } = submission.mail;
  return {
    ...submission,
    id,
    draftId: id,
    state: 'waiting',
    attempt: item?.attempt ?? 0,
    dueAt: now,
    createdAt: now,
    secondCopyAccepted: false,
  };
}
