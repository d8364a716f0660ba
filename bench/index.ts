import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Tools } from './bench.ts';
import { companionFirstReply } from './companion-first-reply.ts';
import { companionIdleRss } from './companion-idle-rss.ts';
import { contactsPageOpen } from './contacts-page-open.ts';
import { ensureFreshBuild } from './fresh-build.ts';
import { import20000 } from './import-20000.ts';
import { ladder } from './ladder.ts';
import { optionsInteractive } from './options-interactive.ts';
import { outboxOpen } from './outbox-open.ts';
import { pagePrinted } from './page-printed.ts';
import { pagePrintedCold } from './page-printed-cold.ts';
import { pdfTabReady } from './pdf-tab-ready.ts';
import { pdfToSpool } from './pdf-to-spool.ts';
import { peakRss } from './peak-rss.ts';
import { popupInteractive } from './popup-interactive.ts';
import { popupJsSize } from './popup-js-size.ts';
import type { Result } from './result.ts';
import { sendMail } from './send-mail.ts';
import { suggestionKeystroke } from './suggestion-keystroke.ts';
import { table } from './table.ts';

const benches: Bench[] = [
  companionFirstReply,
  companionIdleRss,
  pagePrinted,
  pagePrintedCold,
  contactsPageOpen,
  import20000,
  pdfTabReady,
  outboxOpen,
  pdfToSpool,
  peakRss,
  ...sendMail,
  popupInteractive,
  popupJsSize,
  optionsInteractive,
  ladder,
  suggestionKeystroke,
];

/**
 * Measures what was asked for, all without names; prints the table and writes `bench/results.json`.
 * @throws Error for a name that no bench has
 */
export async function bench(names: string[], tools: Tools): Promise<void> {
  const known = benches.flatMap((each) => each.names);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`there is no bench "${unknown}", only: ${known.join(', ')}`);
  const asked = (name: string) => names.length === 0 || names.includes(name);
  ensureFreshBuild();
  const results: Result[] = [];
  try {
    for (const { names: own, run } of benches) {
      if (!own.some(asked)) continue;
      console.log(`measuring ${own.join(', ')} …`);
      results.push(...(await run(tools)).filter(({ name }) => asked(name)));
    }
  } finally {
    writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
    console.log(`\n${table(results)}`);
  }
}
