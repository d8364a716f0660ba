/** One property of a card, unfolded and decoded, without its group and parameters. */
export type CardLine = {
  name: string;
  value: string;
  /** Its value was written in quoted-printable: nothing in it is escaped. */
  isPlain: boolean;
  /** Where it begins in the text. */
  at: number;
};

const wanted = new Set(['VERSION', 'FN', 'N', 'ORG', 'EMAIL', 'CATEGORIES', 'NOTE', 'BEGIN', 'END']);
// Of a property's first line no more is looked at than this: pictures come in lines of megabytes.
const headLength = 400;
const property = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):/;

/** The properties of cards that matter here; pictures and keys, the bulk of most files, are skipped unread. */
export function* cardLines(text: string): Generator<CardLine> {
  for (let at = 0; at < text.length; ) {
    const first = endOfLine(text, at);
    const [head = '', name = '', parameters = ''] =
      property.exec(text.slice(at, Math.min(first, at + headLength))) ?? [];
    const isSoft = /;(?:ENCODING=)?QUOTED-PRINTABLE/i.test(parameters);
    const end = lastLineEnd(text, first, isSoft);
    if (wanted.has(name.toUpperCase())) {
      const raw = text.slice(at + head.length, end);
      const value = isSoft ? decodeSoft(raw, parameters) : raw.replace(/\r?\n[ \t]/g, '');
      yield { name: name.toUpperCase(), value, isPlain: isSoft, at };
    }
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
}

/** A property goes on where the next line begins with a blank; in quoted-printable, where a line ends with `=`. */
function lastLineEnd(text: string, first: number, isSoft: boolean): number {
  let end = first;
  for (;;) {
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    const goesOn = text[next] === ' ' || text[next] === '\t' || (isSoft && text[end - 1] === '=');
    if (next >= text.length || !goesOn) return end;
    end = endOfLine(text, next);
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
}

/** Quoted-printable (RFC 2045 6.7) in the character set that the property names. */
function decodeSoft(raw: string, parameters: string): string {
  const joined = raw.replace(/=\r?\n[ \t]?/g, '').replace(/\r?\n[ \t]/g, '');
  const label = /;CHARSET="?([^;"]+)/i.exec(parameters)?.[1] ?? 'utf-8';
  const decoder = decoderFor(label);
  return joined.replace(/(?:=[0-9A-F]{2})+/gi, (bytes) =>
    decoder.decode(Uint8Array.from(bytes.slice(1).split('='), (hex) => Number.parseInt(hex, 16))),
  );
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(); // a character set nobody knows: what is left is a guess
  }
}
