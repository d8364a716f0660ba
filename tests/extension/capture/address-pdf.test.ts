import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { capturedTab } from '../../../extension/capture/captured-tab.ts';
import { capturePdf } from '../../../extension/capture/index.ts';

const printer = { call: vi.fn() } as never;
const pdf = '%PDF-1.7\n%%EOF';

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, {
    scripting: { executeScript: () => Promise.reject(new Error('Missing host permission for the tab')) },
  });
});

function tabAt(url: string) {
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ url, title: 'Invoice 17' } as never);
}

it.each([
  ['base64', `data:application/pdf;base64,${btoa(pdf)}`],
  ['percent-encoded', `data:application/pdf,${encodeURIComponent(pdf)}`],
])('a PDF that lies in the address, %s, is taken without a permission', async (_how, url) => {
  tabAt(url);
  const { captured } = await capturePdf(await capturedTab(1), printer);
  expect(captured).toMatchObject([{ bytes: new TextEncoder().encode(pdf), fileName: 'Invoice 17.pdf' }]);
});

it('a long address is not kept in drafts, and another document has another name', async () => {
  const names = [];
  for (const last of ['A', 'B']) {
    tabAt(`data:application/pdf;base64,${'A'.repeat(1_000_000)}${last}`);
    names.push((await capturedTab(1)).url);
  }
  expect(new Set(names).size).toBe(2);
  expect(names.join('').length).toBeLessThan(300);
});

it('a tab that shows another document by then gives nothing', async () => {
  tabAt(`data:application/pdf,${encodeURIComponent(pdf)}`);
  const seen = await capturedTab(1);
  tabAt(`data:application/pdf,${encodeURIComponent(`${pdf} `)}`);
  await expect(capturePdf(seen, printer)).rejects.toMatchObject({ code: 'page-changed' });
});
