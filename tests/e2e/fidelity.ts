import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { ensureProgram } from '../../scripts/set-up.mjs';
import { comparePdfs, type Likeness } from '../support/compare-pdfs.ts';
import { expect, test } from '../support/office.ts';
import { pageNames, startPageSite } from '../support/page-site.ts';
import { storedPdf } from '../support/stored-pdf.ts';

test('invoice pages look in the PDF as in the own print of the browser', async ({ office }, info) => {
  info.skip(!ensureProgram('poppler'), 'no poppler on this machine');
  test.setTimeout(240_000);
  const site = await startPageSite();
  const likeness: Record<string, Likeness> = {};
  for (const name of pageNames) {
    const tab = await office.browser.context.newPage();
    await tab.goto(site.addressOf(name), { waitUntil: 'networkidle' });
    const { page: popup, close } = await office.browser.pressToolbarButton(site.addressOf(name));
    await expect(popup.getByRole('button', { name: 'Open the PDF' })).toBeVisible({ timeout: 25_000 });
    const [ours, live] = [await storedPdf(popup), await livePrint(tab)];
    if (process.env.TABPOST_KEEP) {
      writeFileSync(`${process.env.TABPOST_KEEP}/${name}-ours.pdf`, ours);
      writeFileSync(`${process.env.TABPOST_KEEP}/${name}-live.pdf`, live);
    }
    likeness[name] = comparePdfs(live, ours);
    await close();
    await tab.close();
  }
  await site.close();
  await info.attach('likeness', { body: JSON.stringify(likeness, null, 1), contentType: 'application/json' });
  const all = Object.entries(likeness);
  expect(all.filter(([, { samePages }]) => !samePages)).toEqual([]);
  expect(all.filter(([, { sameText }]) => !sameText)).toEqual([]);
  expect(all.filter(([, { differing }]) => differing > 0.01)).toEqual([]);
  expect(all.filter(([, { differing }]) => differing === 0).length).toBeGreaterThanOrEqual(all.length * 0.75);
});

/** What the browser itself prints of the page that stands in the tab. */
async function livePrint(tab: Page): Promise<Buffer> {
  const session = await tab.context().newCDPSession(tab);
  const { data } = await session.send('Page.printToPDF', {
    paperWidth: 8.5,
    paperHeight: 11,
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}
