import type { PrintChoices } from '../../domain/print-choices.ts';

/**
 * No script, no plug-in, no address but http(s) and data: printed from a file, a hostile page read local files through
 * a frame and ran its scripts without it (measured).
 */
const policy = [
  "default-src http: https: data: 'unsafe-inline'",
  "script-src 'none'",
  'object-src data:',
  "connect-src 'none'",
  "form-action 'none'",
].join('; ');

const guard = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;

/**
 * The page with our policy first in its head, whatever arrives: it goes right behind the doctype, which ends at the first `>` even
 * inside quotes (HTML standard 13.2.5.53 ff.), and opens the head itself.
 * @param extra more elements for the head
 */
export function guardedPage(page: string, extra = ''): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(page)?.[0] ?? '';
  return `${doctype}${guard}${extra}${page.slice(doctype.length)}`;
}

/** The choices as print CSS, for a browser that can be told nothing else. */
export function choicesAsCss({ paper, landscape, backgrounds, scale }: PrintChoices): string {
  const size = `@page{size:${paper} ${landscape ? 'landscape' : 'portrait'}}`;
  const colours = `*,::before,::after{print-color-adjust:${backgrounds ? 'exact' : 'economy'}}`;
  return `<style>${size}${colours}${scale === 1 ? '' : `html{zoom:${scale}}`}</style>`;
}
