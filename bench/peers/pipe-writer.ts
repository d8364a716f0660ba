// Bare Node: writes a PDF's frames into another bare Node's stdin whenever it is told to, and reports the time until that one
// has acknowledged the last. `encode` makes each frame when it is its turn, as the extension has to; `ready` has made all before.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';

const [size = '', writing, reading = ''] = process.argv.slice(2);
const chunkSize = 192 * 1024;
const bytes = randomBytes(Number(size));
const ready = [...framesOf(bytes)];
const total = ready.reduce((sum, { length }) => sum + length, 0);
const reader = spawn(process.execPath, [`${import.meta.dirname}/pipe-reader.ts`, reading, String(total), size], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
await once(reader.stdout, 'data'); // it has loaded

process.on('message', async () => {
  const acknowledged = once(reader.stdout, 'data');
  const start = performance.now();
  for (const frame of writing === 'ready' ? ready : framesOf(bytes)) {
    if (!reader.stdin.write(frame)) await once(reader.stdin, 'drain');
  }
  await acknowledged;
  process.send?.(performance.now() - start);
});
process.on('disconnect', () => reader.stdin.end());
process.send?.('ready');

function* framesOf(bytes: Buffer): Generator<Buffer> {
  let seq = 0;
  for (let at = 0; at < bytes.length; at += chunkSize) {
    yield frame({ v: 1, id: '1', type: 'chunk', seq: seq++, data: bytes.toString('base64', at, at + chunkSize) });
  }
  yield frame({ v: 1, id: '1', type: 'end', size: bytes.length });
}

function frame(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body]);
}
