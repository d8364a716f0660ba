import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type NodePipe = {
  /** ms from the first write to the reader's acknowledgement. */
  run(): Promise<number>;
  close(): void;
};

/**
 * The frames of a PDF of this size between two bare Nodes that are running already. `decode`: the reader joins frames, parses
 * their JSON and decodes the bytes; `count`: it only counts.
 */
export async function openNodePipe(size: number, mode: 'decode' | 'count'): Promise<NodePipe> {
  const writer = fork(join(import.meta.dirname, 'peers/pipe-writer.ts'), [String(size), mode]);
  await once(writer, 'message');
  return {
    async run() {
      const answer = once(writer, 'message');
      writer.send('run');
      return Number((await answer)[0]);
    },
    close: () => writer.disconnect(),
  };
}
