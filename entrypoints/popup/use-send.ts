import { useState } from 'react';
import { problemText } from '../../components/problem-text.ts';
import { takeRecipients } from '../../components/take-recipients.ts';
import { type Draft, type DraftTexts, missing } from '../../domain/draft.ts';
import { type Failure, toFailure } from '../../domain/failure.ts';
import { background } from '../../extension/background-port.ts';
import { fieldTexts, fieldValue, type RecipientField, recipientFields } from './recipient-fields.ts';
import type { DraftEditor } from './use-draft.ts';

type FieldErrors = Partial<Record<RecipientField, string>>;

export type Sender = {
  send: () => Promise<void>;
  /** From the press until the outbox has the mail. */
  handingOver: boolean;
  failure?: Failure;
  /** Why an address field holds the press back. */
  fieldErrors: FieldErrors;
};

/** One press of Send: takes over what still stands in the address fields, stores the draft, and hands it to the background. */
export function useSend(editor: DraftEditor, draft: Draft, rules: string[]): Sender {
  const [handingOver, setHandingOver] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [held, setHeld] = useState<{ field: RecipientField; text: string; message: string }>();

  async function send() {
    if (handingOver) return;
    let whole: DraftTexts = {};
    for (const field of recipientFields) {
      const { value, problem } = takeRecipients(fieldValue(draft, field), { rules });
      if (problem) return setHeld({ field, text: value.text, message: problemText(problem) });
      whole = { ...whole, ...fieldTexts(field, value) };
    }
    if (missing({ ...draft, ...whole }).length > 0) return;
    const { subject, message } = draft; // all of it again: what leaves is what the screen shows
    editor.edit({ ...whole, subject, message });
    setHandingOver(true);
    setFailure(undefined);
    try {
      await editor.flush();
      await background.call('send', { tabId: editor.tabId });
    } catch (error) {
      setFailure(toFailure(error));
    }
    setHandingOver(false);
  }

  const isStillThere = held !== undefined && held.text === draft[`${held.field}Text`];
  const fieldErrors = isStillThere ? { [held.field]: held.message } : {};
  return { send, handingOver, ...(failure && { failure }), fieldErrors };
}
