import type { Draft } from '../../domain/draft.ts';
import { subjectFor } from '../../domain/template.ts';

/** The draft without anything a person typed, under a new id; the PDF stays. */
export function startOver(draft: Draft): Draft {
  const { capture } = draft;
  const subject = capture.state === 'ready' ? subjectFor(capture.attachment.fileName) : '';
  return { ...draft, id: crypto.randomUUID(), to: [], toText: '', subject, message: '', edited: false };
}
