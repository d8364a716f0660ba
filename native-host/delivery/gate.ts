import { Transform } from 'node:stream';
import { type Failure, toFailure } from '../../domain/failure.ts';

export type Gate = {
  /** To be put at the end of the message's stream. */
  stream: Transform;
  /** The server said "go ahead" to DATA. */
  open(): void;
  isOpen(): boolean;
  /** Ends a stream that still waits at the gate. */
  close(): void;
  /** Why the last byte was not let go, when recording it failed. */
  fault(): Failure | undefined;
  /** True as soon as the last byte may have left. */
  isPassed(): boolean;
};

/**
 * Holds the end of a message back until the server has said 354, and calls `beforeLastByte` before it lets the end go.
 * Without the gate every small mail would count as complete before MAIL FROM: it fits into the buffers of the stream.
 * @param beforeLastByte synchronous; when it throws, the message is broken off and no final dot is sent
 */
export function createGate(beforeLastByte: () => void, onBytes: (count: number) => void): Gate {
  let isOpen = false;
  let isPassed = false;
  let fault: Failure | undefined;
  let held: ((error?: Error) => void) | undefined;

  const release = () => {
    if (!held || !isOpen) return;
    const finish = held;
    held = undefined;
    try {
      beforeLastByte();
    } catch (error) {
      fault = toFailure(error);
      return finish(new Error('not recorded')); // a new one: nodemailer writes its own code into the error it gets
    }
    isPassed = true;
    finish();
  };

  const stream = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      onBytes(chunk.length);
      next(null, chunk);
    },
    flush(next) {
      held = next;
      release();
    },
  });

  return {
    stream,
    isOpen: () => isOpen,
    isPassed: () => isPassed,
    fault: () => fault,
    open() {
      isOpen = true;
      release();
    },
    close() {
      held?.(new Error('not sent'));
      held = undefined;
    },
  };
}
