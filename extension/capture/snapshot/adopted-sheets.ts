/** Sheets that scripts gave to a document or shadow root; none where the browser keeps them from extensions. */
export function adoptedSheets(root: Document | ShadowRoot): CSSStyleSheet[] {
  try {
    return [...root.adoptedStyleSheets];
  } catch {
    return []; // Firefox refuses to hand over a list made by the page
  }
}
