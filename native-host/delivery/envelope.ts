import { envelopeRecipients } from '../../domain/mail.ts';
import type { RecipientResult } from '../../domain/outcome.ts';
import type { Job } from './job.ts';

/** Who is to get the mail with this try: nobody who has it already. */
export function envelopeOf(
  { mail, recipients }: Pick<Job, 'mail' | 'recipients'>,
  earlier: RecipientResult[] = [],
): string[] {
  const served = earlier.filter(({ accepted }) => accepted).map(({ address }) => address);
  return envelopeRecipients(mail).filter(
    (address) => (recipients?.includes(address) ?? true) && !served.includes(address),
  );
}
