import { browser } from 'wxt/browser';
import { type PrintChoices, printChoicesSchema, usualPrintChoices } from '../../domain/print-choices.ts';
import { z } from '../../domain/schema.ts';
import { storedItem } from './stored-item.ts';

/** Sites whose choices are kept; the one chosen longest ago is forgotten first. */
const maxSites = 300;

/** How pages are printed, by site (origin). */
export const printChoicesItem = storedItem({
  area: 'local',
  key: 'print-choices',
  schema: z.record(z.string(), printChoicesSchema),
  fallback: {},
});

/** The choices made for the site of this page, else what is usual where the browser's language is spoken. */
export function printChoicesFor(url: string, all: Record<string, PrintChoices>): PrintChoices {
  return all[siteOf(url)] ?? usualPrintChoices(browser.i18n.getUILanguage());
}

export async function keepPrintChoices(url: string, choices: PrintChoices): Promise<void> {
  await printChoicesItem.update((all) => {
    const others = Object.entries(all).filter(([site]) => site !== siteOf(url));
    return Object.fromEntries([...others, [siteOf(url), choices]].slice(-maxSites));
  });
}

function siteOf(url: string): string {
  return URL.parse(url)?.origin ?? '';
}
