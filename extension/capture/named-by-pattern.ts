import { invoiceName } from '../../domain/invoice-name.ts';
import type { Captured } from './strategy.ts';

/**
 * The PDF under the name that the account's pattern gives it; its own where the pattern finds no number.
 * The tab's title speaks only for the tab's own page.
 */
export function namedByPattern(captured: Captured, pattern: string, pageTitle: string): Captured {
  const { fileName, url, source } = captured;
  const title = source === 'link' || source === 'tab' ? '' : pageTitle;
  const name = invoiceName(pattern, { fileName, title, url, date: today() });
  return name ? { ...captured, fileName: name } : captured;
}

/** As the calendar on the wall says, not the one in Greenwich. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
}
