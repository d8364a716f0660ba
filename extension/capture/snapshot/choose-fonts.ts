import { tokenTypes } from 'css-tree/tokenizer';
import { string as cssString } from 'css-tree/utils';
import { type CssAddress, cssAddress, startsAddress, type Token } from './css-address.ts';
import { dom } from './dom.ts';

type FontSpot = CssAddress & { kind: 'font' | 'unused-font' };

/** Formats no browser of today reads. */
const outdated = /\.(?:eot|svg)(?:[?#]|$)/i;

/**
 * The addresses of one `@font-face`: the first readable source of a face that is in use is carried, the others keep their address,
 * which nobody will ask for.
 */
export function chooseFonts(text: string, rule: Token[]): FontSpot[] {
  const used = isUsed(familyOf(text, rule));
  let taken = false;
  return addressesOf(text, rule).map((address) => {
    const carried: boolean = used && !taken && !outdated.test(address.url);
    taken ||= carried;
    return { ...address, kind: carried ? 'font' : 'unused-font' };
  });
}

function addressesOf(text: string, rule: Token[]): CssAddress[] {
  return rule.flatMap((token, at) => {
    const address = startsAddress(text, token) ? cssAddress(text, rule, at) : undefined;
    return address ? [address] : [];
  });
}

function familyOf(text: string, rule: Token[]): string {
  const named = rule.findIndex(
    ({ type, start, end }) => type === tokenTypes.Ident && /^font-family$/i.test(text.slice(start, end)),
  );
  const words: string[] = [];
  for (const { type, start, end } of rule.slice(named + 2)) {
    if (type !== tokenTypes.Ident && type !== tokenTypes.String) break;
    const word = text.slice(start, end);
    words.push(type === tokenTypes.String ? cssString.decode(word) : word);
  }
  return words.join(' ').toLowerCase();
}

/** A family none of whose faces was loaded is not on the page. */
function isUsed(family: string): boolean {
  const faces = [...dom.fonts(document)].filter(
    (face) => face.family.replace(/^["']|["']$/g, '').toLowerCase() === family,
  );
  return faces.length === 0 || faces.some(({ status }) => status === 'loaded' || status === 'loading');
}
