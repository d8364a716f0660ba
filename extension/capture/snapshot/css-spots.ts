import { tokenize, tokenTypes } from 'css-tree/tokenizer';
import { chooseFonts } from './choose-fonts.ts';
import { cssAddress, startsAddress, type Token } from './css-address.ts';

/** A place in a style sheet that has to be replaced. */
export type CssSpot = { start: number; end: number } & (
  | { kind: 'defined' }
  | { kind: 'import'; url: string }
  | { kind: 'image' | 'font' | 'unused-font'; url: string }
);

/** Every address in a style sheet, and `:defined`. Everything else stays letter by letter. */
export function cssSpots(text: string): CssSpot[] {
  if (!/url\(|@import|:defined/i.test(text)) return [];
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

function spotAt(text: string, tokens: Token[], at: number): CssSpot | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return undefined;
  if (next && text[token.start - 1] !== ':' && /^:defined$/i.test(text.slice(token.start, next.end)))
    return { kind: 'defined', start: token.start, end: next.end };
  const address = startsAddress(text, token) ? cssAddress(text, tokens, at) : undefined;
  return address && { ...address, kind: 'image' };
}

function endAfter(tokens: Token[], at: number, wanted: number): number {
  const end = tokens.findIndex(({ type }, index) => index > at && type === wanted);
  return end < 0 ? tokens.length : end + 1;
}
