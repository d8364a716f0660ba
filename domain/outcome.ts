import { failureSchema } from './failure.ts';
import { z } from './schema.ts';

/** What became of one recipient. */
export const recipientResultSchema = z.object({
  address: z.string(),
  accepted: z.boolean(),
  /** The server's own reply to this recipient, cleaned. */
  reply: z.optional(z.string()),
  /** True when the refusal was for now (4xx). */
  later: z.optional(z.boolean()),
});

/**
 * States of a mail in the companion's journal. `queued`, `sending` and `data-complete` are on the way;
 * `data-complete` is written before the last byte can leave, so after a crash it means `unknown`, anything earlier `not-sent`.
 * `absent`: this companion never recorded the id.
 */
export const deliveryStateSchema = z.enum([
  'queued',
  'sending',
  'data-complete',
  'sent',
  'partial',
  'rejected',
  'deferred',
  'not-sent',
  'unknown',
  'absent',
]);

/** What became of the copy for the Sent folder. It never changes what became of the mail. */
export const copyResultSchema = z.object({
  state: z.enum(['waiting', 'filed', 'failed']),
  failure: z.optional(failureSchema),
});

export const outcomeSchema = z.object({
  id: z.uuid(),
  state: deliveryStateSchema,
  /** Which try of this mail, from 1. */
  attempt: z.int(),
  failure: z.optional(failureSchema),
  /** The server's final reply, cleaned. */
  response: z.optional(z.string()),
  recipients: z.optional(z.array(recipientResultSchema)),
  /** Bytes of a message the server takes, when it said so in this try (SIZE, RFC 1870). */
  maxSize: z.optional(z.int()),
  /** Of the copy in the Sent folder; missing when none was asked for. */
  copy: z.optional(copyResultSchema),
  /** When the state was reached, ISO 8601. */
  at: z.string(),
});

export type RecipientResult = z.infer<typeof recipientResultSchema>;
export type DeliveryState = z.infer<typeof deliveryStateSchema>;
/** What the companion knows about one mail. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** ms for which a companion knows what became of a mail; later it says `absent` of it, too. */
export const rememberedFor = 30 * 24 * 3_600_000;

/** Recipients a machine may still try after `partial`: whom the server refused for now. Nobody while nobody has the mail. */
export function owedRecipients(results: RecipientResult[] = []): string[] {
  if (!results.some(({ accepted }) => accepted)) return [];
  return results.filter(({ accepted, later }) => !accepted && later).map(({ address }) => address);
}

/** A server that refused the message as a whole may have accepted recipients before: they have nothing. */
export function toldRecipients({ state, recipients }: Outcome): Outcome['recipients'] {
  return ['sent', 'partial', 'unknown'].includes(state) ? recipients : recipients?.filter(({ accepted }) => !accepted);
}

/** In the order they are reached. */
const onTheWay: DeliveryState[] = ['queued', 'sending', 'data-complete'];

export function isFinal(state: DeliveryState): boolean {
  return !onTheWay.includes(state);
}

/** News of one try can overtake each other: event, reply and journal come by different ways. */
export function isOlder({ state }: Outcome, known: Outcome | undefined): boolean {
  return known !== undefined && !isFinal(state) && onTheWay.indexOf(state) < onTheWay.indexOf(known.state);
}
