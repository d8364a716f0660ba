import { blankDraft, type Draft, type DraftTexts } from '../domain/draft.ts';
import { TabpostError } from '../domain/failure.ts';
import { mailsOf } from '../domain/mails-of.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import { readOutboxItem } from './storage/outbox.ts';
import { settingsItem } from './storage/settings.ts';
import { submit } from './submit-draft.ts';

type Texts = Pick<Required<DraftTexts>, 'to' | 'cc' | 'bcc' | 'subject' | 'message'>;

/**
 * Sends the document of an earlier mail once more: a new mail with an id and a date of its own, by the settings of today.
 * @returns the new draft's id
 * @throws TabpostError `draft-missing` and what a press of Send throws
 */
export async function resend(id: string, texts: Texts): Promise<string> {
  const [item, settings] = await Promise.all([readOutboxItem(id), settingsItem.read()]);
  if (!item) throw new TabpostError('draft-missing');
  const draft = draftLike(item, texts);
  return submit({ draft, mails: await mailsOf(draft, settings, new Date()) }, settings, true);
}

function draftLike({ mail, pageUrl, profileId }: OutboxItem, texts: Texts): Draft {
  const kept = { source: 'file', url: '', madeAt: mail.date } as const;
  const attachments = mail.attachments.map((attachment) => ({ ...kept, id: crypto.randomUUID(), attachment }));
  return {
    ...blankDraft({ tabId: -1, url: pageUrl }),
    ...texts,
    profileId,
    capture: { state: 'ready', attachments, choices: [] },
  };
}
