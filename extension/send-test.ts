import { i18n } from '#i18n';
import { TabpostError } from '../domain/failure.ts';
import { envelopeRecipients } from '../domain/mail.ts';
import { plainPdf } from '../domain/plain-pdf.ts';
import { refusals } from '../domain/policy.ts';
import { testMail } from '../domain/test-mail.ts';
import type { RequestOf } from '../protocol/rpc.ts';
import type { Runtime } from '../protocol/runtime.ts';
import { sha256Of } from '../protocol/sha256.ts';
import type { Dispatcher } from './dispatcher.ts';
import { changeOutboxItem } from './storage/outbox.ts';
import { storePdf } from './storage/pdf-store.ts';
import { settingsItem } from './storage/settings.ts';

type Request = RequestOf<Runtime['sendTest']>;

/**
 * Puts a test message with these values, saved or not, into the outbox. A typed password is held in memory until the hand-over.
 * @returns the mail's id
 * @throws TabpostError `address-disabled`
 */
export async function sendTest({ account, disabled, secret }: Request, dispatcher: Dispatcher): Promise<string> {
  const now = new Date();
  const bytes = new Blob([plainPdf(['Tabpost', now.toISOString()])], { type: 'application/pdf' });
  const attachment = { fileName: 'tabpost-test.pdf', size: bytes.size, sha256: await sha256Of(bytes) };
  const texts = { subject: i18n.t('testMail.subject'), text: i18n.t('testMail.text', { host: account.server.host }) };
  const mail = testMail(account, { ...texts, attachment, now });
  const rules = [...disabled, ...(await settingsItem.read()).disabled];
  const [refused] = refusals([...envelopeRecipients(mail), mail.from.address, ...mail.replyTo], rules);
  if (refused) throw new TabpostError('address-disabled', { address: refused.address, detail: refused.rule ?? '' });
  await storePdf(attachment.sha256, bytes);
  if (secret) dispatcher.holdPassword(mail.id, secret);
  const at = now.getTime();
  const start = { state: 'waiting', attempt: 0, dueAt: at, createdAt: at, secondCopyAccepted: false } as const;
  const place = { id: mail.id, draftId: mail.id, profileId: account.id, pageUrl: '' };
  await changeOutboxItem(mail.id, () => ({ ...place, ...start, mail, trial: account.server }));
  void dispatcher.run();
  return mail.id;
}
