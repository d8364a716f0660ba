// Bare Node: writes ready frames into another bare Node's stdin whenever it is told to, and reports the time it took.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';

const [size = '', mode = ''] = process.argv.slice(2);
const chunkSize = 192 * 1024;
const frames = framesOf(randomBytes(Number(size)));
const total = frames.reduce((sum, { length }) => sum + length, 0);
const reader = spawn(process.execPath, [`${import.meta.dirname}/pipe-reader.ts`, mode, String(total), size], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
await once(reader.stdout, 'data'); // it has loaded

process.on('message', async () => {
  const acknowledged = once(reader.stdout, 'data');
  const start = performance.now();
  for (const frame of frames) if (!reader.stdin.write(frame)) await once(reader.stdin, 'drain');
  await acknowledged;
  process.send?.(performance.now() - start);
});
process.on('disconnect', () => reader.stdin.end());
process.send?.('ready');

function framesOf(bytes: Buffer): Buffer[] {
  const made: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) {
    const data = bytes.toString('base64', at, at + chunkSize);
    made.push(frame({ v: 1, id: '1', type: 'chunk', seq: made.length, data }));
  }
  return [...made, frame({ v: 1, id: '1', type: 'end', size: bytes.length })];
}

function frame(value: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(value));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body]);
}
