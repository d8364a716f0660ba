import { enqueue } from '../domain/enqueue.ts';
import { TabpostError } from '../domain/failure.ts';
import { envelopeRecipients, type Mail } from '../domain/mail.ts';
import { mailsOf } from '../domain/mails-of.ts';
import { refusals } from '../domain/policy.ts';
import { profileOf, type Settings } from '../domain/settings.ts';
import { draftItem } from './storage/draft.ts';
import { changeDraftItems } from './storage/outbox.ts';
import { settingsItem } from './storage/settings.ts';

/**
 * Puts the tab's draft into the outbox, judged by the rules of this moment.
 * A draft that is there already is not put in twice; mails that were not delivered go again, as the draft reads now.
 * @returns the draft's id
 * @throws TabpostError `draft-missing`, `address-disabled` and those of compose
 */
export async function submitDraft(tabId: number): Promise<string> {
  const [draft, settings] = await Promise.all([draftItem(tabId).read(), settingsItem.read()]);
  if (!draft) throw new TabpostError('draft-missing');
  const mails = await mailsOf(draft, settings, new Date());
  for (const mail of mails) refuseDisabled(mail, settings);
  const profileId = profileOf(settings, draft.profileId)?.id ?? '';
  const submission = { draftId: draft.id, profileId, pageUrl: draft.url, mails, now: Date.now() };
  await changeDraftItems(draft.id, (known) => enqueue(known, submission));
  return draft.id;
}

function refuseDisabled(mail: Mail, settings: Settings): void {
  const [refused] = refusals([...envelopeRecipients(mail), ...mail.replyTo], settings.disabled);
  if (refused) throw new TabpostError('address-disabled', { address: refused.address, detail: refused.rule ?? '' });
}
