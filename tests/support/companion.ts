import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFinal, type Outcome, outcomeSchema } from '../../domain/outcome.ts';
import { encodeFrame } from '../../native-host/encode-frame.ts';
import { createFrameReader } from '../../native-host/frame-reader.ts';
import { chromiumId } from '../../protocol/identity.ts';
import { maxRequestFrame, protocolRange } from '../../protocol/limits.ts';
import { type Native, native } from '../../protocol/native.ts';
import type { Transport } from '../../protocol/rpc.ts';
import { type Client, createClient } from '../../protocol/rpc-client.ts';
import { endCompanions } from './end-companions.ts';

export const bundle = fileURLToPath(new URL('../../dist/companion/tabpost.cjs', import.meta.url));
export const origin = `chrome-extension://${chromiumId}/`;

export type Companion = {
  client: Client<Native>;
  process: ChildProcess;
  dataDir: string;
  /** Everything it ever printed to stdout, as text. */
  printed(): string;
  /** Frames without an answer in the client: failures without id, events. */
  frames: unknown[];
  sendBytes(bytes: Uint8Array): void;
  send(frame: unknown): void;
  /** Next frame that fits; also one that came already. */
  frame(fits: (frame: never) => boolean): Promise<unknown>;
  /** The mail's final outcome, as reported by event or by the journal. */
  settled(id: string): Promise<Outcome>;
  /** Closes stdin as a browser does; resolves with the exit code. */
  leave(): Promise<number | null>;
  exited: Promise<number | null>;
};

export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'tabpost-test-'));
}

export async function removeDataDir(folder: string): Promise<void> {
  await endCompanions(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The real bundle as a real child process, started as Chromium starts it. */
export function startCompanion(
  dataDir: string,
  args = [origin],
  program = bundle,
  interpreter = process.execPath,
): Companion {
  const child = spawn(interpreter, [program, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TABPOST_DATA_DIR: dataDir },
  });
  const frames: unknown[] = [];
  const chunks: Buffer[] = [];
  const listeners = new Set<(frame: unknown) => void>();
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const reader = createFrameReader((body) => {
    const frame: unknown = JSON.parse(body.toString('utf8'));
    frames.push(frame);
    for (const receive of [...listeners]) receive(frame);
  });
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    reader.push(chunk);
  });
  child.stdin.on('error', () => {}); // it may end before it has read everything; `exited` tells
  const transport: Transport = {
    send: (frame) => void child.stdin.write(encodeFrame(frame, maxRequestFrame)),
    onFrame: (receive) => void listeners.add(receive),
    onClose: (closed) => void exited.then(() => closed()),
  };
  const client = createClient(native, transport);
  const companion: Companion = {
    client,
    process: child,
    dataDir,
    frames,
    exited,
    printed: () => Buffer.concat(chunks).toString('latin1'),
    sendBytes: (bytes) => void child.stdin.write(bytes),
    send: transport.send,
    frame: (fits) =>
      new Promise((resolve) => {
        const receive = (frame: unknown) => {
          if (!fits(frame as never)) return;
          listeners.delete(receive);
          resolve(frame);
        };
        listeners.add(receive);
        frames.forEach(receive);
      }),
    settled: (id) => settled(client, id),
    leave: () => {
      child.stdin.end();
      return exited;
    },
  };
  return companion;
}

export async function greetedCompanion(dataDir: string, program = bundle): Promise<Companion> {
  const companion = startCompanion(dataDir, [origin], program);
  await companion.client.call('hello', { protocol: [protocolRange.min, protocolRange.max], version: 'test' });
  return companion;
}

function settled(client: Client<Native>, id: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const consider = (outcome: Outcome | undefined) => {
      if (outcome?.id === id && isFinal(outcome.state) && outcome.state !== 'absent') resolve(outcome);
    };
    client.onEvent('outcome', (body) => consider(outcomeSchema.parse(body)));
    client.call('outcome', { ids: [id] }).then(({ outcomes }) => consider(outcomes[0]), reject);
  });
}

/** What the companion wrote about itself. */
export function readLog(dataDir: string): string {
  return readFileSync(join(dataDir, 'tabpost.log'), 'utf8');
}
