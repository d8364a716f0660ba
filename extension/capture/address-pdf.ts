import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';
import { nameOf } from './captured-tab.ts';
import { checkedPdf } from './checked-pdf.ts';
import { pdfFileName } from './file-name.ts';
import type { CaptureStrategy } from './strategy.ts';

/** The address itself is the PDF (`data:`). Firefox shows such an address to whoever was pressed on it; Chromium only with `tabs`. */
export const addressPdf: CaptureStrategy = {
  can: (tab) => /^data:application\/pdf[;,]/i.test(tab.url),
  async capture(tab) {
    const { url = '', title = '' } = await browser.tabs.get(tab.id);
    if ((await nameOf(url)) !== tab.url) throw new TabpostError('page-changed');
    const bytes = await checkedPdf(await (await fetch(url)).blob());
    return { bytes, fileName: pdfFileName({ disposition: null, url: '', title }), source: 'page', url: tab.url };
  },
};
