import { z } from '../../domain/schema.ts';
import { native } from '../../protocol/native.ts';

/** A mail with all the courier needs to send it, except the password. Kept with its bytes in the spool until it is settled. */
export const jobSchema = z.omit(native.submit.request, { secret: true });

export type Job = z.infer<typeof jobSchema>;
