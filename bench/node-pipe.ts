import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type NodePipe = {
  /** ms from the first write to the reader's acknowledgement. */
  run(): Promise<number>;
  close(): void;
};

type Work = {
  /** `encode`: every frame is made from the bytes when it is its turn; `ready`: all were made before. */
  writer: 'encode' | 'ready';
  /** `decode`: frames are joined, their JSON parsed, the bytes decoded; `count`: nothing of it. */
  reader: 'decode' | 'count';
};

/** The frames of a PDF of this size between two bare Nodes that are running already. */
export async function openNodePipe(size: number, { writer, reader }: Work): Promise<NodePipe> {
  const program = fork(join(import.meta.dirname, 'peers/pipe-writer.ts'), [String(size), writer, reader]);
  await once(program, 'message');
  return {
    async run() {
      const answer = once(program, 'message');
      program.send('run');
      return Number((await answer)[0]);
    },
    close: () => program.disconnect(),
  };
}
