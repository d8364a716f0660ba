import { useState } from 'react';
import { problemText } from '../../components/problem-text.ts';
import { takeRecipients } from '../../components/take-recipients.ts';
import { type Draft, type DraftTexts, missing } from '../../domain/draft.ts';
import { type Failure, toFailure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { background } from '../../extension/background-port.ts';
import { place } from './place.ts';
import { fieldTexts, fieldValue, type RecipientField, recipientFields } from './recipient-fields.ts';
import type { DraftEditor } from './use-draft.ts';
import { useEarlier } from './use-earlier.ts';

type FieldErrors = Partial<Record<RecipientField, string>>;

export type Sender = {
  send: () => Promise<void>;
  /** From the press until the outbox has the mail. */
  handingOver: boolean;
  /** The same document, sent before. */
  earlier?: OutboxItem;
  /** Send was pressed, but a second copy takes a second press. */
  asked: boolean;
  failure?: Failure;
  /** Why an address field holds the press back. */
  fieldErrors: FieldErrors;
};

/** One press of Send: takes over what still stands in the address fields, stores the draft, and hands it to the background. */
export function useSend(editor: DraftEditor, draft: Draft, rules: string[]): Sender {
  const [handingOver, setHandingOver] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [held, setHeld] = useState<Held>();
  const [askedFor, setAskedFor] = useState<string>();
  const earlier = useEarlier(draft);
  const asked = askedFor === draft.id;

  async function send() {
    if (handingOver) return;
    const { whole, held: problem } = taken(draft, rules);
    if (problem) return setHeld(problem);
    if (missing({ ...draft, ...whole }).length > 0) return;
    const { subject, message } = draft; // all of it again: what leaves is what the screen shows
    const texts = { ...whole, subject, message };
    editor.edit(texts);
    setFailure(undefined);
    if (earlier && !asked && !draft.again) return setAskedFor(draft.id);
    setHandingOver(true);
    try {
      // One message, posted within the press: any click outside closes the popup, and what it would wait for first is lost with it.
      await background.call('send', { tabId: editor.tabId, texts, again: asked, look: place !== 'popup' });
    } catch (error) {
      tell(toFailure(error));
    }
    setHandingOver(false);
  }

  function tell(refused: Failure) {
    if (refused.code === 'page-changed') return; // the draft asks which document is meant
    if (refused.code === 'already-sent') return setAskedFor(draft.id); // in another window, a moment ago
    setFailure(refused);
  }

  const isStillThere = held !== undefined && held.text === draft[`${held.field}Text`];
  const fieldErrors = isStillThere ? { [held.field]: held.message } : {};
  return {
    send,
    handingOver,
    asked,
    fieldErrors,
    ...(earlier && !draft.again && { earlier }),
    ...(failure && { failure }),
  };
}

type Held = { field: RecipientField; text: string; message: string };

/** What still stands in the address fields becomes recipients; the first piece that cannot is held. */
function taken(draft: Draft, rules: string[]): { whole: DraftTexts; held?: Held } {
  let whole: DraftTexts = draft.profileId === undefined ? {} : { profileId: draft.profileId };
  for (const field of recipientFields) {
    const { value, problem } = takeRecipients(fieldValue(draft, field), { rules });
    if (problem) return { whole, held: { field, text: draft[`${field}Text`], message: problemText(problem) } };
    whole = { ...whole, ...fieldTexts(field, value) };
  }
  return { whole };
}
