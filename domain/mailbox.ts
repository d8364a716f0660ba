import { parseAddress } from './address.ts';
import { z } from './schema.ts';
import { isDisplayName } from './text.ts';

/** A strictly valid address, brought to its normal form. */
export const addressSchema = z.pipe(
  z.string(),
  z.transform((text: string, context) => {
    try {
      return parseAddress(text).address;
    } catch {
      context.issues.push({ code: 'custom', message: 'address-invalid', input: text });
      return z.NEVER;
    }
  }),
);

/** Display name of a mailbox: text that cannot be taken for an address or a list. Empty = none. */
export const displayNameSchema = z.string().check(z.refine(isDisplayName, { error: 'text-invalid' }));

export const mailboxSchema = z.strictObject({ name: displayNameSchema, address: addressSchema });

/** Name and address of a sender or recipient (RFC 5322 3.4 "mailbox"). */
export type Mailbox = z.infer<typeof mailboxSchema>;

/** Each mailbox once, as it stands first; `taken` are those that are not wanted a second time. */
export function eachOnce(mailboxes: Mailbox[], taken: Mailbox[] = []): Mailbox[] {
  const seen = new Set(taken.map(({ address }) => address.toLowerCase()));
  return mailboxes.filter(({ address }) => seen.size < seen.add(address.toLowerCase()).size);
}
