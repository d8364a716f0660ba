// Bare Node: takes frames from stdin and says on stdout when the last one was there. `decode` joins each frame, parses its
// JSON and decodes its bytes; `count` only counts what comes out of the pipe.
const [mode, total, size] = process.argv.slice(2);
let need = -1;
let have = 0;
let parts: Buffer[] = [];
let decoded = 0;
let counted = 0;

process.stdin.on('data', (chunk: Buffer) => (mode === 'decode' ? join(chunk) : count(chunk)));
process.stdout.write('ready');

function count(chunk: Buffer): void {
  counted += chunk.length;
  if (counted < Number(total)) return;
  counted -= Number(total);
  process.stdout.write('done');
}

function join(chunk: Buffer): void {
  parts.push(chunk);
  have += chunk.length;
  while (have >= (need < 0 ? 4 : need)) {
    const all = Buffer.concat(parts, have);
    const end = need < 0 ? 4 : need;
    if (need < 0) need = all.readUInt32LE(0);
    else {
      need = -1;
      take(all.subarray(0, end));
    }
    parts = [all.subarray(end)];
    have -= end;
  }
}

function take(body: Buffer): void {
  const frame = JSON.parse(body.toString('utf8')) as { type: string; data: string };
  if (frame.type === 'chunk') decoded += Buffer.from(frame.data, 'base64').length;
  else {
    if (decoded !== Number(size)) throw new Error(`${decoded} bytes came`);
    decoded = 0;
    process.stdout.write('done');
  }
}
