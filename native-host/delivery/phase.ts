import type { Connection } from './connection.ts';
import { createGate, type Gate } from './gate.ts';
import { replyCode } from './reply-code.ts';

export type Phase = {
  gate: Gate;
  /** The server's replies to RCPT TO, in the order of the envelope. */
  recipientReplies: string[];
  /** Its reply to MAIL FROM. */
  senderReply(): string;
  end(): void;
};

export type PhaseOptions = {
  beforeLastByte(): void;
  onBytes(count: number): void;
  /** The sender wants the mail back. */
  signal: AbortSignal;
};

type Line = Pick<Connection, 'listen' | 'wait' | 'breakOff'>;

/** Follows one message through its connection: how far it is, and whether its last byte may have left. */
export function trackPhase(connection: Line, { beforeLastByte, onBytes, signal }: PhaseOptions): Phase {
  const recipientReplies: string[] = [];
  let senderReply = '';

  const gate = createGate(
    () => {
      beforeLastByte();
      connection.wait('answer');
    },
    (count) => {
      connection.wait('data');
      onBytes(count);
    },
  );
  const onData = (line: string) => {
    if (replyCode(line) >= 400) return;
    const nobody = replyCode(senderReply) >= 400 || recipientReplies.every((reply) => replyCode(reply) >= 400);
    if (nobody) connection.breakOff('nobody');
    else gate.open();
  };
  const onTakenBack = () => {
    if (!gate.isPassed()) connection.breakOff('cancelled');
  };
  if (signal.aborted) onTakenBack();
  signal.addEventListener('abort', onTakenBack);
  connection.listen({
    isPassed: gate.isPassed,
    answered(verb, line) {
      if (verb === 'MAIL') senderReply = line;
      if (verb === 'RCPT') recipientReplies.push(line);
      if (verb === 'DATA') onData(line);
    },
  });

  return {
    gate,
    recipientReplies,
    senderReply: () => senderReply,
    end() {
      connection.listen(undefined);
      signal.removeEventListener('abort', onTakenBack);
      gate.close();
    },
  };
}
