import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { encodeFrame } from '../native-host/encode-frame.ts';
import { parseFrame } from '../native-host/frame-json.ts';
import { createFrameReader } from '../native-host/frame-reader.ts';
import { chromiumId } from '../protocol/identity.ts';
import { protocolRange } from '../protocol/limits.ts';
import { type Native, native } from '../protocol/native.ts';
import { type Client, createClient } from '../protocol/rpc-client.ts';

export type LaunchedCompanion = {
  pid: number;
  client: Client<Native>;
  /** Resolves with the first answer. */
  hello(): Promise<unknown>;
  /** Closes its input as a browser does; resolves when it has ended. */
  leave(): Promise<void>;
};

/** The browsers have it, this Node does not; the protocol's way without it would be measured instead, ten times slower. */
if (!('toBase64' in Uint8Array.prototype))
  Object.defineProperty(Uint8Array.prototype, 'toBase64', {
    value(this: Uint8Array) {
      return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('base64');
    },
  });

/** Starts the installed program as Chromium does. */
export function launchCompanion(program: string): LaunchedCompanion {
  const child = spawn(program, [`chrome-extension://${chromiumId}/`], { stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  const client = createClient(native, {
    send: (frame) => void child.stdin.write(encodeFrame(frame)),
    onFrame(receive) {
      const reader = createFrameReader((body) => receive(parseFrame(body)));
      child.stdout.on('data', reader.push);
    },
    onClose: (closed) => void exited.then(() => closed('companion-exited')),
  });
  return {
    pid: child.pid ?? 0,
    client,
    hello: () => client.call('hello', { protocol: [protocolRange.min, protocolRange.max], version: 'bench' }),
    async leave() {
      child.stdin.end();
      await exited;
    },
  };
}
