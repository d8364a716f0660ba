import { browser } from 'wxt/browser';
import type { Choice } from '../../domain/capture.ts';
import { TabpostError } from '../../domain/failure.ts';
import { addressPdf } from './address-pdf.ts';
import { blobOfOpener } from './blob-of-opener.ts';
import { nameOf } from './captured-tab.ts';
import { embeddedPdf, severalPdfs } from './embedded-pdf.ts';
import { fetchedPdf } from './fetched-pdf.ts';
import { openPdf } from './open-pdf.ts';
import { printedPage } from './printed-page.ts';
import { probePage } from './probe-page.ts';
import { allSites, demandSite } from './site-permission.ts';
import type { CapturedTab, CaptureStrategy, Capturing, FoundPdf, PageProbe, Printer } from './strategy.ts';

const strategies: CaptureStrategy[] = [
  addressPdf,
  openPdf,
  embeddedPdf,
  severalPdfs,
  fetchedPdf,
  blobOfOpener,
  printedPage,
];

/**
 * The PDF of what this tab shows, by the first strategy that can, and the other PDFs of the page.
 * @throws TabpostError of the groups page-* and pdf-*
 */
export async function capturePdf(seen: CapturedTab, printer: Printer): Promise<Capturing> {
  const probe = await probePage(seen.id);
  const tab = 'href' in probe ? { ...seen, url: probe.href } : seen;
  const strategy = strategies.find(({ can }) => can(tab, probe));
  const choices = choicesOf(probe);
  if (!strategy && choices.length === 0) await refuse(seen, probe);
  const captured = await strategy?.capture(tab, probe, printer);
  await stayed(seen);
  const others = choices.filter(({ url }) => url !== captured?.url);
  return { captured: captured ? [captured] : [], choices: others };
}

async function stayed(seen: CapturedTab): Promise<void> {
  const { url = '' } = await browser.tabs.get(seen.id);
  if ((await nameOf(url)) !== seen.url) throw new TabpostError('page-changed');
}

function choicesOf(probe: PageProbe): Choice[] {
  if ('refused' in probe) return [];
  const listed = (kind: Choice['kind']) => (found: FoundPdf, at: number) => ({ id: `${kind}-${at}`, kind, ...found });
  return [...probe.embedded.map(listed('embedded')), ...probe.links.map(listed('link'))];
}

/** Pages of the browser itself; Firefox does not say that they are closed to us, only that asking them failed. */
const ownPages = /^(?:about|chrome|resource|view-source):/;

/** A page whose address is hidden may be a `blob:` PDF: with the permission for all sites it can be looked into. */
async function refuse({ url }: CapturedTab, probe: PageProbe): Promise<never> {
  if (!('refused' in probe)) throw new TabpostError('page-not-pdf');
  if (/^file:.*\.pdf$/i.test(url) && probe.refused === 'page-hidden') throw new TabpostError('pdf-local-file');
  const isHidden = probe.refused === 'page-hidden' || (probe.refused === 'page-error' && ownPages.test(url));
  if (isHidden && url === '') await demandSite(allSites, 'page-hidden');
  const detail = probe.detail !== undefined && { detail: probe.detail };
  throw new TabpostError(isHidden ? 'page-blocked' : probe.refused, { ...detail });
}
