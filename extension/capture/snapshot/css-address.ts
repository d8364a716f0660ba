import { tokenTypes } from 'css-tree/tokenizer';
import { string as cssString, url as cssUrl } from 'css-tree/utils';

export type Token = { type: number; start: number; end: number };

export type CssAddress = { url: string; start: number; end: number; bare: boolean };

/** The address at this token, written as `url(x)`, as `url("x")` or as a string; `bare` unless it is a string alone. */
export function cssAddress(text: string, tokens: Token[], at: number): CssAddress | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const { start, end, type } = token;
  const written = text.slice(start, end);
  if (type === tokenTypes.Url) return { url: cssUrl.decode(written), start, end, bare: true };
  if (type === tokenTypes.String) return { url: cssString.decode(written), start, end, bare: false };
  const inner = tokens[at + 1];
  if (!startsAddress(text, token) || inner?.type !== tokenTypes.String) return undefined;
  const url = cssString.decode(text.slice(inner.start, inner.end));
  return { url, start, end: tokens[at + 2]?.end ?? inner.end, bare: true };
}

/** `url(x)`, or the `url(` of `url("x")`. */
export function startsAddress(text: string, { type, start, end }: Token): boolean {
  return type === tokenTypes.Url || (type === tokenTypes.Function && /^url\($/i.test(text.slice(start, end)));
}
