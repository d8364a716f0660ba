/** How files without a mark of Unicode may be written: by programs of Western, Central and Eastern Europe. */
export const oldEncodings = ['windows-1252', 'windows-1250', 'windows-1251'] as const;
export type OldEncoding = (typeof oldEncodings)[number];
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | OldEncoding;

/** Text of a file: by its byte order mark, else as UTF-16 or UTF-8 when it can be that, else in the old encoding. */
export function decodeText(bytes: Uint8Array, old: OldEncoding): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding };
  } catch {
    return { text: new TextDecoder(old).decode(bytes), encoding: old }; // not UTF-8: the decoder says no more than that
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 1000);
  const zeros = [0, 1].map((parity) => start.filter((byte, at) => byte === 0 && at % 2 === parity).length);
  const [even = 0, odd = 0] = zeros;
  if (start.length > 3 && odd > start.length / 4 && even === 0) return 'utf-16le';
  if (start.length > 3 && even > start.length / 4 && odd === 0) return 'utf-16be';
  return 'utf-8';
}
