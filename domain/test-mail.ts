import type { Attachment } from './attachment.ts';
import { type Mail, mailSchema } from './mail.ts';
import type { Profile } from './profile.ts';
import { z } from './schema.ts';

type Account = Pick<Profile, 'email' | 'sender' | 'replyTo'>;
type Content = { subject: string; text: string; attachment: Attachment; now: Date };

/** A mail from an account to its own address: everything but the recipient is as in a real one. No copies go to anybody. */
export function testMail({ email, sender, replyTo }: Account, { now, attachment, ...texts }: Content): Mail {
  const id = crypto.randomUUID();
  return z.parse(mailSchema, {
    ...texts,
    id,
    messageId: `<${id}@${sender.address.split('@')[1]}>`,
    date: now.toISOString(),
    from: sender,
    replyTo,
    to: [{ name: '', address: email }],
    cc: [],
    bcc: [],
    attachments: [attachment],
  });
}
