const base = 36;
const tMin = 1;
const tMax = 26;

/**
 * Decodes the part of an A-label behind `xn--` (RFC 3492 section 6.2).
 * @returns the Unicode label, or undefined when the text is no valid Punycode
 */
export function decodePunycode(text: string): string | undefined {
  const delimiter = text.lastIndexOf('-');
  const points = [...text.slice(0, Math.max(delimiter, 0))].map((letter) => letter.charCodeAt(0));
  let codePoint = 128;
  let index = 0;
  let bias = 72;
  for (let at = delimiter + 1; at < text.length; ) {
    const number = readNumber(text, at, bias);
    if (!number) return undefined;
    at = number.end;
    index += number.value;
    const length = points.length + 1;
    bias = adapt(number.value, length, number.value === index);
    codePoint += Math.floor(index / length);
    index %= length;
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return undefined;
    points.splice(index++, 0, codePoint);
  }
  return String.fromCodePoint(...points);
}

/** One number of variable length (RFC 3492 section 3.3), at most 31 bits. */
function readNumber(text: string, start: number, bias: number): { value: number; end: number } | undefined {
  let value = 0;
  let weight = 1;
  let k = base;
  for (let at = start; at < text.length; at++, k += base) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit === undefined) return undefined;
    value += digit * weight;
    if (value > 0x7fffffff) return undefined;
    const threshold = Math.min(Math.max(k - bias, tMin), tMax);
    if (digit < threshold) return { value, end: at + 1 };
    weight *= base - threshold;
  }
  return undefined;
}

function digitOf(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 48 + 26;
  return undefined;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + 38));
}
