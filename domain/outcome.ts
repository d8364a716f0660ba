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

export const outcomeSchema = z.object({
  id: z.uuid(),
  state: deliveryStateSchema,
  /** Which try of this mail, from 1. */
  attempt: z.int(),
  failure: z.optional(failureSchema),
  /** The server's final reply, cleaned. */
  response: z.optional(z.string()),
  recipients: z.optional(z.array(recipientResultSchema)),
  /** When the state was reached, ISO 8601. */
  at: z.string(),
});

export type RecipientResult = z.infer<typeof recipientResultSchema>;
export type DeliveryState = z.infer<typeof deliveryStateSchema>;
/** What the companion knows about one mail. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** In the order they are reached. */
export const onTheWay: DeliveryState[] = ['queued', 'sending', 'data-complete'];

export function isFinal(state: DeliveryState): boolean {
  return !onTheWay.includes(state);
}
