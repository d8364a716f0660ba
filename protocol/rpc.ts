import { type FailureCode, failureSchema } from '../domain/failure.ts';
import { z } from '../domain/schema.ts';

/** One procedure of a contract. Both programs import the contract, so schemas and deadlines exist once. */
export type Procedure = {
  request: z.ZodMiniType;
  response: z.ZodMiniType;
  /** ms until silence counts as loss; with an upload it starts again when the last byte is out. */
  timeoutMs: number;
  /** What silence, or a port that closes before the reply, means. It never means success. */
  onLost: FailureCode;
  /** The request is followed by a stream of bytes. */
  upload?: true;
  /** The reply is preceded by a stream of bytes. */
  download?: true;
};

export type Contract = Record<string, Procedure>;
export type RequestOf<P extends Procedure> = z.infer<P['request']>;
export type ResponseOf<P extends Procedure> = z.infer<P['response']>;
/** What a call gives: with a download its bytes too. */
export type AnswerOf<P extends Procedure> = P extends { download: true }
  ? { body: ResponseOf<P>; bytes: Blob }
  : ResponseOf<P>;

/** Carries whole frames as plain JSON values, in order, between two programs. */
export type Transport = {
  send(frame: unknown): void;
  onFrame(receive: (frame: unknown) => void): void;
  /** `reason` says why when the other side did not simply leave. */
  onClose(closed: (reason?: FailureCode) => void): void;
};

const id = z.string().check(z.minLength(1), z.maxLength(64));
const seq = z.int().check(z.gte(0));

/** A request. `type` is a procedure's name, never one of the stream words. */
export const callFrame = z.strictObject({
  v: z.literal(1),
  id,
  type: z.string().check(z.maxLength(64)),
  body: z.optional(z.unknown()),
});
/** Pieces of an upload after its request, or of a download before its reply. */
export const streamFrame = z.discriminatedUnion('type', [
  z.strictObject({ v: z.literal(1), id, type: z.literal('chunk'), seq, data: z.string() }),
  /** `size`: bytes sent in all chunks together. `sha256`: of a download; that of an upload stands in its request. */
  z.strictObject({
    v: z.literal(1),
    id,
    type: z.literal('end'),
    size: z.int().check(z.gte(0)),
    sha256: z.optional(z.string()),
  }),
  z.strictObject({ v: z.literal(1), id, type: z.literal('abort') }),
]);

/** Frames from server to client. A failure without id answers a frame whose id could not be read. */
export const replyFrame = z.object({ v: z.literal(1), id, type: z.literal('reply'), body: z.optional(z.unknown()) });
export const failureFrame = z.object({
  v: z.literal(1),
  id: z.optional(id),
  type: z.literal('failure'),
  failure: failureSchema,
});
export const eventFrame = z.object({
  v: z.literal(1),
  type: z.literal('event'),
  name: z.string(),
  body: z.optional(z.unknown()),
});

export type StreamFrame = z.infer<typeof streamFrame>;

export const streamWords = ['chunk', 'end', 'abort'] as const;
