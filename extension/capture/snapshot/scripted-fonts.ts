import { adoptedSheets } from './adopted-sheets.ts';
import { dom } from './dom.ts';

/** Whether a script added fonts that stand in no style sheet: nobody can read their bytes. */
export function scriptedFonts(): boolean {
  const written = new Set<string>();
  for (const sheet of [...dom.styleSheets(document), ...adoptedSheets(document)]) collect(sheet, written);
  return [...dom.fonts(document)].some(({ status, family }) => status === 'loaded' && !written.has(plain(family)));
}

function collect(sheet: CSSStyleSheet, written: Set<string>): void {
  try {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSFontFaceRule) written.add(plain(rule.style.getPropertyValue('font-family')));
      else if (rule instanceof CSSImportRule && rule.styleSheet) collect(rule.styleSheet, written);
    }
  } catch {
    // of another site: its fonts are known only to the browser
    for (const { family } of dom.fonts(document)) written.add(plain(family));
  }
}

function plain(family: string): string {
  return family.replace(/^["']|["']$/g, '').toLowerCase();
}
