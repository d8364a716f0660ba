import { z } from '../../domain/schema.ts';

/**
 * From the companion to its courier: a mail whose lock the courier now holds, and its password when that lies on no disk
 * and in no keyring, only in the companion's memory.
 */
export const deliverMessage = z.strictObject({ deliver: z.uuid(), secret: z.optional(z.string()) });

/** From the courier to the companion that started it, while that lives: bytes given to the server's socket. */
export const progressMessage = z.strictObject({
  progress: z.strictObject({ id: z.uuid(), done: z.number(), total: z.number() }),
});

export type Progress = z.infer<typeof progressMessage>['progress'];
