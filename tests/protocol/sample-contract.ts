import { z } from '../../domain/schema.ts';
import type { Contract } from '../../protocol/rpc.ts';

/** A contract of the kinds there are: an answer, an upload, and both meanings of silence. */
export const sampleContract = {
  echo: {
    request: z.strictObject({ text: z.string() }),
    response: z.object({ text: z.string() }),
    timeoutMs: 1000,
    onLost: 'companion-silent',
  },
  submit: {
    request: z.strictObject({ size: z.int() }),
    response: z.object({ stored: z.int() }),
    timeoutMs: 2000,
    onLost: 'outcome-unknown',
    upload: true,
  },
} as const satisfies Contract;
