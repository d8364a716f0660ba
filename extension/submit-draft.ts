import type { Draft } from '../domain/draft.ts';
import { changesSent, enqueue } from '../domain/enqueue.ts';
import { TabpostError } from '../domain/failure.ts';
import { envelopeRecipients, type Mail } from '../domain/mail.ts';
import { mailsOf } from '../domain/mails-of.ts';
import { refusals } from '../domain/policy.ts';
import { profileOf, type Settings } from '../domain/settings.ts';
import { draftItem } from './storage/draft.ts';
import { sendingOf } from './storage/earlier-mail.ts';
import { changeDraftItems, readDraftItems } from './storage/outbox.ts';
import { settingsItem } from './storage/settings.ts';
import { forgetUnsent } from './storage/unsent-texts.ts';

/**
 * Puts the tab's draft into the outbox, judged by the rules of this moment.
 * A draft that is there already is not put in twice; mails that were not delivered go again, as the draft reads now.
 * @param again a person knows that this was sent before, and sends it once more
 * @returns the draft's id
 * @throws TabpostError `draft-missing`, `page-changed`, `address-disabled`, `already-sent` and those of compose
 */
export async function submitDraft(tabId: number, again: boolean): Promise<string> {
  const [stored, settings] = await Promise.all([draftItem(tabId).read(), settingsItem.read()]);
  if (!stored) throw new TabpostError('draft-missing');
  if (stored.elsewhere) throw new TabpostError('page-changed');
  const id = await submit(await composed(stored, settings), settings, again);
  await forgetUnsent(stored.url);
  return id;
}

/** @returns the draft's id */
export async function submit({ draft, mails }: Composed, settings: Settings, again: boolean): Promise<string> {
  for (const mail of mails) refuseDisabled(mail, settings);
  const profileId = profileOf(settings, draft.profileId)?.id ?? '';
  const { undoSeconds } = settings;
  const submission = { draftId: draft.id, profileId, pageUrl: draft.url, mails, now: Date.now(), undoSeconds };
  await changeDraftItems(draft.id, async (known, outbox) => {
    const changed = enqueue(known, submission);
    const isAsked = changed.length > 0 && !again && !draft.again;
    if (isAsked && (await outbox.earlier(sendingOf(draft)))) throw new TabpostError('already-sent');
    return changed;
  });
  return draft.id;
}

type Composed = { draft: Draft; mails: Mail[] };

/** Two windows show the same draft: one that was changed after its mail left goes on under another id. */
async function composed(draft: Draft, settings: Settings): Promise<Composed> {
  const mails = await mailsOf(draft, settings, new Date());
  if (!changesSent(await readDraftItems(draft.id), mails)) return { draft, mails };
  const id = crypto.randomUUID();
  await draftItem(draft.tabId).update((now) => (now?.id === draft.id ? { ...now, id } : now));
  return { draft: { ...draft, id }, mails: await mailsOf({ ...draft, id }, settings, new Date()) };
}

function refuseDisabled(mail: Mail, settings: Settings): void {
  const [refused] = refusals([...envelopeRecipients(mail), ...mail.replyTo], settings.disabled);
  if (refused) throw new TabpostError('address-disabled', { address: refused.address, detail: refused.rule ?? '' });
}
