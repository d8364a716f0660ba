/** Comparing every rule of a large sheet takes longer than it is worth; scripts change small ones. */
const maxCompared = 400_000;

/**
 * The text of a style sheet as it stands: as written, unless a script changed its rules.
 * Written text comes first because the browser's own serialisation loses shorthands with variables.
 * @param live rules as the browser has them; undefined when it does not let us see them
 */
export function sheetText(written: string | undefined, live: readonly string[] | undefined): string | undefined {
  if (written === undefined) return live?.join('\n');
  if (live === undefined || written.length > maxCompared) return written;
  return sameRules(written, live) ? written : live.join('\n');
}

/** Rules of a sheet as text; undefined for a sheet of another site. */
export function liveRules(sheet: CSSStyleSheet): string[] | undefined {
  try {
    return Array.from(sheet.cssRules, ({ cssText }) => cssText);
  } catch {
    return undefined; // of another site
  }
}

function sameRules(written: string, live: readonly string[]): boolean {
  const again = new CSSStyleSheet();
  again.replaceSync(written);
  const rules = liveRules(again) ?? [];
  const compared = live.filter((rule) => !rule.startsWith('@import')); // a constructed sheet takes none
  return rules.length === compared.length && rules.every((rule, index) => rule === compared[index]);
}
