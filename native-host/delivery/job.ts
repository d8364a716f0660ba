import { native } from '../../protocol/native.ts';
import type { RequestOf } from '../../protocol/rpc.ts';

/** A mail with all the courier needs to send it, except the password. Kept with its bytes in the spool until it is settled. */
export const jobSchema = native.submit.request;

export type Job = RequestOf<typeof native.submit>;
