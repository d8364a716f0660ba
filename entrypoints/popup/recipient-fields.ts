import type { AddressValue } from '../../components/take-recipients.ts';
import type { Draft, DraftTexts } from '../../domain/draft.ts';

export type RecipientField = 'to' | 'cc' | 'bcc';
export const recipientFields = ['to', 'cc', 'bcc'] as const;

/** What stands in one of the address fields. */
export function fieldValue(draft: Draft, field: RecipientField): AddressValue {
  return { mailboxes: draft[field], text: draft[`${field}Text`] };
}

/** The same as a change of the draft. */
export function fieldTexts(field: RecipientField, { mailboxes, text }: AddressValue): DraftTexts {
  return { [field]: mailboxes, [`${field}Text`]: text };
}

/** Whether an address is being typed that Send would take over, or say what is wrong with it. */
export function isTyping(draft: Draft): boolean {
  return recipientFields.some((field) => draft[`${field}Text`].includes('@'));
}
