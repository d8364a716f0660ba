import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FailureCode } from '../../../domain/failure.ts';
import { capturePdf } from '../../../extension/capture/index.ts';
import { readPage } from '../../../extension/capture/read-page.ts';

const printer = { call: vi.fn() } as never;
const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF').buffer;

/** What the browser does when it is asked to run something in the tab. */
const executeScript = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockReset();
  Object.assign(fakeBrowser, {
    scripting: { executeScript },
    permissions: { contains: () => Promise.resolve(false) },
  });
});

function tabAt(url: string | undefined) {
  vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ url } as never);
}

const seen = { id: 1, url: 'https://erp.test/1.pdf', title: '', askedAt: 0 };

/** A page that is a PDF, at `href` when it is fetched. */
function showsPdf(href: string) {
  executeScript.mockImplementation(({ func }) =>
    Promise.resolve([
      func === readPage
        ? { frameId: 0, result: { contentType: 'application/pdf', href: seen.url, title: '', embedded: [], links: [] } }
        : { frameId: 0, result: { href, status: 200, disposition: null, bytes: pdf } },
    ]),
  );
}

describe('the PDF is of the page the user saw', () => {
  it('the tab stayed', async () => {
    showsPdf(seen.url);
    tabAt(seen.url);
    await expect(capturePdf(seen, printer)).resolves.toMatchObject({ captured: [{ url: seen.url, source: 'page' }] });
  });

  it('it went on before the bytes were taken', async () => {
    showsPdf('https://erp.test/2.pdf');
    tabAt(seen.url);
    await expect(capturePdf(seen, printer)).rejects.toMatchObject({ code: 'page-changed' });
  });

  it('it went on after that', async () => {
    showsPdf(seen.url);
    tabAt('https://erp.test/2.pdf');
    await expect(capturePdf(seen, printer)).rejects.toMatchObject({ code: 'page-changed' });
  });
});

describe('a page that may not be entered', () => {
  it.each<[string, string, string, FailureCode]>([
    ["the browser's own page", '', 'Cannot access a chrome:// URL', 'page-blocked'],
    [
      'the extension store',
      'https://chromewebstore.google.com/',
      'The extensions gallery cannot be scripted.',
      'page-blocked',
    ],
    ["the browser's own page in Firefox", 'about:support', 'An unexpected error occurred', 'page-blocked'],
    ['an error page', seen.url, 'Frame with ID 0 is showing error page', 'page-error'],
    [
      'a hidden address: perhaps a blob:',
      '',
      'Cannot access contents of the page. Extension manifest must …',
      'page-hidden',
    ],
    ['view-source:', 'view-source:https://x.test/', 'Cannot access contents of url "view-source:…"', 'page-blocked'],
    [
      'a local file without file access',
      'file:///etc/passwd',
      'Cannot access contents of url "file:///…"',
      'page-blocked',
    ],
    ['a PDF on this computer', 'file:///home/a/Invoice.PDF', 'Cannot access contents of url', 'pdf-local-file'],
  ])('%s', async (_case, url, message, code) => {
    executeScript.mockRejectedValue(new Error(message));
    tabAt(url);
    await expect(capturePdf({ ...seen, url }, printer)).rejects.toMatchObject({ code });
  });

  it('a dialog on the page ends the question after 10 seconds', async () => {
    vi.useFakeTimers();
    executeScript.mockReturnValue(new Promise(() => undefined));
    const asked = expect(capturePdf(seen, printer)).rejects.toMatchObject({ code: 'page-busy' });
    await vi.advanceTimersByTimeAsync(10_000);
    await asked;
    vi.useRealTimers();
  });
});
