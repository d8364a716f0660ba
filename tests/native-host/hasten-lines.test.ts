import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import DataStream from 'nodemailer/lib/smtp-connection/data-stream';
import { expect, test, vi } from 'vitest';
import { hastenLines } from '../../native-host/delivery/hasten-lines.ts';

type Piece = string[];
/** The characters that matter, and one that does not. */
const piece = fc.array(fc.constantFrom('\r', '\n', '.', 'a', '\r\n', '\r\n.'), { minLength: 1, maxLength: 12 });

const piecesOf = (pieces: Piece[]) => Readable.from(pieces.map((letters) => Buffer.from(letters.join(''))));

async function sent(message: Readable, lines = new DataStream()) {
  const bytes = await buffer(message.pipe(lines).pipe(new PassThrough()));
  return { bytes: bytes.toString('latin1'), read: lines.inByteCount, written: lines.outByteCount };
}

test('whatever the pieces of a message are, the same bytes leave as by nodemailer alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
      expect(await sent(hastenLines(piecesOf(pieces)))).toEqual(await sent(piecesOf(pieces)));
    }),
    { numRuns: 2000 },
  );
});

test('big pieces, too, wherever their lines end', async () => {
  const texts = ['a\r\n', 'ab\r\n', '\r\n', '\n.\r\n', 'a\r\r\n.'];
  for (const text of texts)
    for (let shift = 0; shift < 4; shift++) {
      const pieces = [['a'.repeat(shift), text.repeat(20_000)], [text.repeat(5000)]];
      expect(await sent(hastenLines(piecesOf(pieces)))).toEqual(await sent(piecesOf(pieces)));
    }
});

test.each([
  { text: `${'A'.repeat(76)}\r\n`.repeat(3000), what: 'base64 passes as it is', looks: 0 },
  { text: 'a\r\n.\r\nb', what: 'a dot that would end the message is doubled by nodemailer', looks: 1 },
])('$what', async ({ text, looks }) => {
  const lines = new DataStream();
  const look = vi.spyOn(lines, '_transform');
  await sent(hastenLines(Readable.from([Buffer.from(text)])), lines);
  expect(look).toHaveBeenCalledTimes(looks);
});
