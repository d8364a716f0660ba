import { type Attachment, attachmentSchema } from './attachment.ts';
import { failureSchema } from './failure.ts';
import { printProblemSchema } from './print-problem.ts';
import { z } from './schema.ts';

/** What one mail may carry; the mail's own schema says the same. */
export const maxFiles = 20;

/** A PDF that goes with the mail, and where its bytes came from. */
const attachedSchema = z.object({
  id: z.uuid(),
  attachment: attachmentSchema,
  source: z.enum(['page', 'printed', 'embedded', 'link', 'tab', 'file']),
  /** Address of the PDF or of the printed page; empty for a file. */
  url: z.string(),
  /** When the bytes were taken, ISO 8601. */
  madeAt: z.string(),
  /** Asked from the server once more for what the tab shows: perhaps not the same. */
  refetched: z.optional(z.boolean()),
  /** What a print could not carry; missing when it carries everything. */
  problems: z.optional(z.array(printProblemSchema)),
});

/** A PDF on the page that can be attached by one more click. */
const choiceSchema = z.object({
  id: z.string(),
  kind: z.enum(['embedded', 'link']),
  url: z.string(),
  /** What the page calls it. */
  name: z.string(),
});

export const captureSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('capturing') }),
  /** Nothing is attached: a person picks, or attaches a file. */
  z.object({ state: z.literal('choosing'), choices: z.array(choiceSchema) }),
  z.object({
    state: z.literal('ready'),
    /** In the order of the mail. */
    attachments: z.array(attachedSchema).check(z.minLength(1), z.maxLength(maxFiles)),
    /** What else the page holds. */
    choices: z.array(choiceSchema),
  }),
  z.object({ state: z.literal('failed'), failure: failureSchema }),
]);

export type Attached = z.infer<typeof attachedSchema>;
export type Choice = z.infer<typeof choiceSchema>;
export type Capture = z.infer<typeof captureSchema>;

/** The PDFs of the mail so far, in order. */
export function attachmentsOf(capture: Capture): Attachment[] {
  return capture.state === 'ready' ? capture.attachments.map(({ attachment }) => attachment) : [];
}

/** Bytes of all PDFs of the mail. */
export function totalSize(capture: Capture): number {
  return attachmentsOf(capture).reduce((sum, { size }) => sum + size, 0);
}

/** The capture with these PDFs instead; without any, a person has to choose. */
export function withAttachments(capture: Capture, attachments: Attached[]): Capture {
  const choices = 'choices' in capture ? capture.choices : [];
  return attachments.length === 0 ? { state: 'choosing', choices } : { state: 'ready', attachments, choices };
}
