import { addressSchema } from '../../domain/mailbox.ts';
import { serverSchema } from '../../domain/profile.ts';
import { z } from '../../domain/schema.ts';

/** A password that lies on no disk and in no keyring, only in the companion's memory, goes with each order. */
const secret = z.optional(z.string());

/** From the companion to its courier. */
export const orderMessage = z.union([
  /** A mail whose lock the courier now holds; mails of one `account` ride on one connection. */
  z.strictObject({ deliver: z.uuid(), account: z.string(), secret }),
  /** The bytes of a mail are arriving: open a connection for it meanwhile. */
  z.strictObject({ prepare: z.strictObject({ id: z.uuid(), server: serverSchema, sender: addressSchema }), secret }),
]);

/** From the courier to the companion that started it, while that lives: bytes given to the server's socket. */
export const progressMessage = z.strictObject({
  progress: z.strictObject({ id: z.uuid(), done: z.number(), total: z.number() }),
});

export type Order = z.infer<typeof orderMessage>;
export type Progress = z.infer<typeof progressMessage>['progress'];
