import { useState } from 'react';
import { problemText } from '../../components/problem-text.ts';
import { takeRecipients } from '../../components/take-recipients.ts';
import { type Draft, missing } from '../../domain/draft.ts';
import { type Failure, toFailure } from '../../domain/failure.ts';
import { background } from '../../extension/background-port.ts';
import type { DraftEditor } from './use-draft.ts';

export type Sender = {
  send: () => Promise<void>;
  /** From the press until the outbox has the mail. */
  handingOver: boolean;
  failure?: Failure;
  /** Why the To field holds the press back. */
  toError?: string;
};

/** One press of Send: takes over what still stands in To, stores the draft, and hands it to the background. */
export function useSend(editor: DraftEditor, draft: Draft, rules: string[]): Sender {
  const [handingOver, setHandingOver] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [toError, setToError] = useState<{ text: string; message: string }>();

  async function send() {
    if (handingOver) return;
    const { value, problem } = takeRecipients({ mailboxes: draft.to, text: draft.toText }, { rules });
    if (problem) return setToError({ text: value.text, message: problemText(problem) });
    if (missing({ ...draft, to: value.mailboxes }).length > 0) return;
    const { subject, message } = draft; // all of it again: what leaves is what the screen shows
    editor.edit({ to: value.mailboxes, toText: value.text, subject, message });
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

  const stillThere = toError?.text === draft.toText ? toError.message : undefined;
  return { send, handingOver, ...(failure && { failure }), ...(stillThere && { toError: stillThere }) };
}
