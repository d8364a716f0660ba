import { type Draft, recipientsOf } from './draft.ts';
import { compose, type Mail } from './mail.ts';
import type { Mailbox } from './mailbox.ts';
import { nameUuid } from './name-uuid.ts';
import type { Settings } from './settings.ts';

/**
 * The mails one press of Send makes of this draft: one, or one for each recipient when the settings say so. Their ids follow
 * from draft and address alone, so a second press finds the first one's mails instead of making others.
 * @throws TabpostError what `compose` throws
 */
export async function mailsOf(draft: Draft, settings: Settings, now: Date): Promise<Mail[]> {
  const whole = compose(draft, settings, now);
  const people = recipientsOf(draft);
  if (settings.severalRecipients !== 'each' || people.length < 2) return [whole];
  const always = settings.alwaysBcc.map((address) => ({ name: '', address }));
  return Promise.all(people.map((person) => mailTo(person, whole, always)));
}

async function mailTo(person: Mailbox, whole: Mail, bcc: Mailbox[]): Promise<Mail> {
  const id = await nameUuid(whole.id, person.address.toLowerCase());
  return { ...whole, id, messageId: whole.messageId.replace(whole.id, id), to: [person], cc: [], bcc };
}
