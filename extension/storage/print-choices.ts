import { browser } from 'wxt/browser';
import { type PrintChoices, printChoicesSchema, usualPrintChoices } from '../../domain/print-choices.ts';
import { z } from '../../domain/schema.ts';
import { storedItem } from './stored-item.ts';

/** How pages are printed, by site (origin). */
const printChoicesItem = storedItem({
  area: 'local',
  key: 'print-choices',
  schema: z.record(z.string(), printChoicesSchema),
  fallback: {},
});

/** The choices made for this site, else what is usual here. */
export async function printChoicesOf(url: string): Promise<PrintChoices> {
  return (await printChoicesItem.read())[siteOf(url)] ?? usualPrintChoices(browser.i18n.getUILanguage());
}

function siteOf(url: string): string {
  return URL.parse(url)?.origin ?? '';
}
