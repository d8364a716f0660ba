import { dom } from './dom.ts';

/**
 * Whether a sheet has a say. Of those with a title only one set has, the preferred one (HTML standard 4.2.4, "alternative style sheets");
 * Chromium does not mark the others as disabled. Whoever switches sets by script disables all the others, so then that tells.
 */
export function isActive(sheet: CSSStyleSheet, owner: Element): boolean {
  if (sheet.disabled) return false;
  if (!sheet.title) return !isAlternate(owner);
  const page = owner.ownerDocument;
  const titled = [...dom.styleSheets(page)].filter(({ title }) => title);
  const isSwitched = dom.hasMatch(page, 'link[title][disabled]') || titled.some(({ disabled }) => disabled);
  if (owner.getRootNode() !== page || isSwitched) return true;
  return sheet.title === titled.find(({ ownerNode }) => !isAlternate(ownerNode))?.title;
}

function isAlternate(owner: Element | ProcessingInstruction | null): boolean {
  return owner !== null && 'relList' in owner && (owner as HTMLLinkElement).relList.contains('alternate');
}
