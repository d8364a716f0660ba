import { spawn } from 'node:child_process';
import { chromiumId, geckoId } from '../../protocol/identity.ts';
import { type Native, native } from '../../protocol/native.ts';
import type { Transport } from '../../protocol/rpc.ts';
import { type Client, createClient } from '../../protocol/rpc-client.ts';
import { encodeFrame } from '../encode-frame.ts';
import { parseFrame } from '../frame-json.ts';
import { createFrameReader } from '../frame-reader.ts';
import type { Target } from './targets.ts';

/** Starts the companion as this browser would. `stop` closes its input, as a browser does that quits. */
export function startCompanion(
  { family, manifest }: Target,
  program: string,
): { client: Client<Native>; stop(): void } {
  const origin = family === 'chromium' ? [`chrome-extension://${chromiumId}/`] : [manifest, geckoId];
  const child = spawn(program, origin, { stdio: ['pipe', 'pipe', 'ignore'] });
  const transport: Transport = {
    send: (frame) => void child.stdin.write(encodeFrame(frame)),
    onFrame(receive) {
      const reader = createFrameReader((body) => receive(parseFrame(body)));
      child.stdout.on('data', reader.push);
    },
    onClose(closed) {
      child.on('error', () => closed('companion-missing'));
      child.on('exit', () => closed('companion-exited'));
      child.stdin.on('error', () => closed('companion-exited'));
    },
  };
  return { client: createClient(native, transport), stop: () => void child.stdin.end() };
}
