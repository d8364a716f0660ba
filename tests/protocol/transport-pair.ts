import type { FailureCode } from '../../domain/failure.ts';
import type { Transport } from '../../protocol/rpc.ts';

type Frame = {
  v: number;
  id?: string;
  type?: string;
  seq?: number;
  data?: string;
  size?: number;
  [key: string]: unknown;
};

type End = Transport & {
  /** Every frame this end sent, as JSON would carry it. */
  sent: Frame[];
  /** Hands this end a frame as if the other side had sent it. */
  receive(frame: unknown): void;
  /** Tells this end that the other is gone. */
  close(reason?: FailureCode): void;
};

/** Two ends of a port in one process. `deliver` may hold frames back; by default they arrive at once. */
export function transportPair(): { client: End; server: End; cut(): void } {
  let isCut = false;
  const client = end((frame) => !isCut && server.receive(frame));
  const server: End = end((frame) => !isCut && client.receive(frame));
  return {
    client,
    server,
    cut: () => {
      isCut = true;
    },
  };
}

function end(deliver: (frame: unknown) => void): End {
  const receivers: ((frame: unknown) => void)[] = [];
  const closers: ((reason?: FailureCode) => void)[] = [];
  const sent: Frame[] = [];
  return {
    sent,
    send(frame) {
      const carried = JSON.parse(JSON.stringify(frame)) as Frame;
      sent.push(carried);
      deliver(carried);
    },
    onFrame: (receive) => void receivers.push(receive),
    onClose: (closed) => void closers.push(closed),
    receive: (frame) => {
      for (const receive of receivers) receive(frame);
    },
    close: (reason) => {
      for (const closed of closers) closed(reason);
    },
  };
}
