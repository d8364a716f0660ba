import { maxRecipients } from '../../domain/address.ts';
import { TabpostError } from '../../domain/failure.ts';
import { isLoopback } from '../../domain/loopback.ts';
import { envelopeRecipients } from '../../domain/mail.ts';
import { refusals } from '../../domain/policy.ts';
import { maxAttachments } from '../../protocol/limits.ts';
import { companyRules } from '../policy/company-rules.ts';
import type { Job } from './job.ts';
import { totalSize } from './upload.ts';

/**
 * Judges a mail before anything is stored or connected, and once more before it is sent: the browser's checks are repeated here,
 * because this is the last place that can stop a mail to a disabled address.
 * @throws TabpostError `no-recipient`, `too-many-recipients`, `address-disabled`, `address-invalid`, `pdf-too-big`, `password-without-tls`,
 *   `policy-invalid`; `request-invalid` for a retry to somebody the mail does not go to
 */
export function admit(job: Job): void {
  const { mail, server, disabled } = job;
  const recipients = envelopeRecipients(mail);
  if (recipients.length === 0) throw new TabpostError('no-recipient');
  if (recipients.length > maxRecipients) throw new TabpostError('too-many-recipients');
  if (job.recipients?.some((address) => !recipients.includes(address)))
    throw new TabpostError('request-invalid', { detail: 'recipients' });
  const [refusal] = refusals([...recipients, mail.from.address, ...mail.replyTo], [...disabled, ...companyRules()]);
  if (refusal?.rule === null) throw new TabpostError('address-invalid', { address: refusal.address });
  if (refusal) throw new TabpostError('address-disabled', { address: refusal.address, detail: refusal.rule });
  if (totalSize(job) > maxAttachments) throw new TabpostError('pdf-too-big');
  if (server.authentication !== 'none' && server.security === 'none' && !isLoopback(server.host))
    throw new TabpostError('password-without-tls');
}
