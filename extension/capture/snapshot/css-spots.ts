import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { chooseFonts } from './choose-fonts.ts';
import { cssAddress, startsAddress, type Token } from './css-address.ts';

/** A place in a style sheet that has to be replaced. */
export type CssSpot = { start: number; end: number } & (
  | { kind: 'defined' | 'target' }
  | { kind: 'import'; url: string }
  | { kind: 'image' | 'font' | 'unused-font'; url: string }
);

/** Every address in a style sheet, `:defined` and `:target`. Everything else stays letter by letter. */
export function cssSpots(text: string): CssSpot[] {
  if (!/url\(|image-set\(|@import|:defined|:target/i.test(text)) return [];
  const tokens: Token[] = [];
  tokenize(text, (type, start, end) => {
    if (type !== tokenTypes.WhiteSpace && type !== tokenTypes.Comment) tokens.push({ type, start, end });
  });
  const spots: CssSpot[] = [];
  for (let at = 0; at < tokens.length; ) at = readAt(text, tokens, at, spots);
  return spots;
}

/** @returns where to go on */
function readAt(text: string, tokens: Token[], at: number, spots: CssSpot[]): number {
  const token = tokens[at];
  if (token && opensSet(text, token)) return setAt(text, tokens, at, spots);
  const spot = token?.type === tokenTypes.AtKeyword ? undefined : spotAt(text, tokens, at);
  if (spot) spots.push(spot);
  if (token?.type !== tokenTypes.AtKeyword) return at + 1;
  switch (text.slice(token.start, token.end).toLowerCase()) {
    case '@namespace': // a name, not an address
      return endAfter(tokens, at, tokenTypes.Semicolon);
    case '@font-face': {
      const end = endAfter(tokens, at, tokenTypes.RightCurlyBracket);
      spots.push(...chooseFonts(text, tokens.slice(at, end)));
      return end;
    }
    case '@import': {
      const address = cssAddress(text, tokens, at + 1);
      if (address) spots.push({ ...address, kind: 'import' });
      return endAfter(tokens, at, tokenTypes.Semicolon);
    }
    default:
      return at + 1;
  }
}

/** Addresses without `url()`: every string right inside `image-set()`, but not in its `type()`. */
function setAt(text: string, tokens: Token[], at: number, spots: CssSpot[]): number {
  let depth = 0;
  for (let next = at; next < tokens.length; next++) {
    const { type } = tokens[next] ?? {};
    const spot = depth === 1 ? cssAddress(text, tokens, next) : undefined;
    if (spot) spots.push({ ...spot, kind: 'image' });
    if (type === tokenTypes.Function) depth++;
    if (type === tokenTypes.RightParenthesis && --depth === 0) return next + 1;
  }
  return tokens.length;
}

function opensSet(text: string, { type, start, end }: Token): boolean {
  return type === tokenTypes.Function && /^(?:-webkit-)?image-set\($/i.test(text.slice(start, end));
}

function spotAt(text: string, tokens: Token[], at: number): CssSpot | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return undefined;
  const name = next && text[token.start - 1] !== ':' ? text.slice(token.start, next.end).toLowerCase() : '';
  if (next && (name === ':defined' || name === ':target'))
    return { kind: name === ':defined' ? 'defined' : 'target', start: token.start, end: next.end };
  const address = startsAddress(text, token) ? cssAddress(text, tokens, at) : undefined;
  return address && { ...address, kind: 'image' };
}

function endAfter(tokens: Token[], at: number, wanted: number): number {
  const end = tokens.findIndex(({ type }, index) => index > at && type === wanted);
  return end < 0 ? tokens.length : end + 1;
}
