/** What is open where the walk stands, as far as it decides what a parser does with the next element: names, innermost last. */
export type OpenElements = readonly string[];

/** Right inside a template any element may stand. */
export const inTemplate: OpenElements = ['template'];

/** Inside these a parser forgets what is open around, except a form. */
const fresh = /^(?:td|th|caption|object|marquee|template)$/;
const counts =
  /^(?:a|button|form|nobr|p|li|dd|dt|h[1-6]|pre|option|optgroup|select|table|colgroup|thead|tbody|tfoot|tr)$/;
/** Nothing closes these; they only end the search for an open list item. */
const blocks =
  /^(?:article|aside|blockquote|center|details|dialog|dir|dl|fieldset|figcaption|figure|footer|header|hgroup|main|menu|nav|ol|search|section|summary|ul)$/;

export function within(open: OpenElements, name: string): OpenElements {
  if (fresh.test(name)) return open.includes('form') ? ['form'] : [];
  const kind = kindOf(name);
  // Only the innermost of a kind decides, which keeps the number of different situations small.
  return kind === 'span' ? open : [...open.filter((each) => each !== kind), kind];
}

const known = new Map<string, boolean>();

/**
 * Whether a parser leaves an element where it stands. Scripts nest as they like, a parser does not: it ends a paragraph before a block,
 * a link before a link, and takes a cell out of everything but a row. It is asked itself, once for each situation.
 */
export function keepsPlace(open: OpenElements, name: string): boolean {
  const child = /^(?:td|th|caption|col|hr|div|address)$/.test(name) ? name : kindOf(name);
  const situation = `${open.join()}>${child}`;
  const kept = known.get(situation) ?? parsesInto(open, child);
  known.set(situation, kept);
  return kept;
}

/** Whether text may stand right here; a parser puts it before the table otherwise. */
export function keepsText(open: OpenElements, text: string): boolean {
  return !/^(?:table|colgroup|thead|tbody|tfoot|tr)$/.test(open.at(-1) ?? '') || !/[^\t\n\f\r ]/.test(text);
}

function kindOf(name: string): string {
  if (counts.test(name)) return name;
  return blocks.test(name) ? 'ul' : 'span';
}

function parsesInto(open: OpenElements, child: string): boolean {
  const around = open.map((name) => `<${name}>`).join('');
  const page = new DOMParser().parseFromString(`<!DOCTYPE html><body>${around}<${child} id="child">`, 'text/html');
  const inside = open[0] === 'template' ? page.querySelector('template')?.content : page;
  const found = inside?.getElementById('child');
  if (!found) return false; // dropped
  return (found.parentElement?.localName ?? 'template') === (open.at(-1) ?? 'body');
}
