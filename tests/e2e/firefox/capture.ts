import type { Surface } from '../../../scripts/demo/firefox/surface.ts';
import { sha256 } from '../../../scripts/demo/sha256.ts';
import { attachedIn, expect, firefoxOffice, sees, sendTo, test } from '../../support/firefox-office.ts';
import { pictures } from '../../support/firefox-picture.ts';
import { type PaperSite, startPaperSite } from '../../support/papers/paper-site.ts';
import { smallPdf } from '../../support/papers/small-pdf.ts';

const office = firefoxOffice();
let papers: PaperSite;

test.beforeAll(async () => {
  papers = await startPaperSite();
});
test.afterAll(() => papers.close());
test.beforeEach(async () => {
  const { firefox } = office();
  await firefox.forbidSite('http://127.0.0.1/*');
  await firefox.forbidSite('http://localhost/*');
});

const hash = (text: string, padding = 0) => sha256(smallPdf(text, padding));
const wayOut = 'This PDF can only be saved by the browser';

async function press(path: string): Promise<Surface> {
  const { firefox } = office();
  await firefox.open(papers.here + path);
  return firefox.press();
}

async function allow(popup: Surface, host = '127.0.0.1'): Promise<void> {
  await popup.click('button', `Allow for ${host}`);
  expect(await office().firefox.answerPrompt('allow')).toContain(host);
}

test.describe('a tab with a PDF gives the original bytes after one explained permission', () => {
  for (const [what, path, { name, text, padding = 0 }] of [
    ['cookie with SameSite=Strict', '/signed-in.pdf', { name: 'signed-in.pdf', text: 'signed in' }],
    ['no suffix, named by the server', '/document', { name: 'Rechnung € 17.pdf', text: 'named by the server' }],
    ['CSP sandbox', '/sandbox.pdf', { name: 'sandbox.pdf', text: 'sandboxed' }],
    ['45 MB', '/big.pdf', { name: 'big.pdf', text: 'big', padding: 45_000_000 }],
  ] as [string, string, { name: string; text: string; padding?: number }][]) {
    test(what, async () => {
      const { firefox } = office();
      await firefox.open(`${papers.here}/`); // signs in
      const popup = await press(path);
      await sees(popup, 'Tabpost needs your permission');
      if (path === '/document') await pictures(firefox, 'popup', 'firefox-permission');
      await allow(popup);
      expect(await attachedIn(popup)).toEqual([{ fileName: name, sha256: hash(text, padding) }]);
    });
  }
});

test.describe('a PDF that cannot be had again leads to the way out', () => {
  test('one-time link', async () => {
    const popup = await press('/once-unkept.pdf');
    await allow(popup);
    await sees(popup, wayOut);
    expect(await popup.isEnabled('button', 'Attach a file…')).toBe(true);
  });

  test('answer to a form: it is posted once, never by Tabpost', async () => {
    const { firefox } = office();
    await firefox.open(`${papers.here}/form`);
    await firefox.tab.click('button', 'Show');
    await expect.poll(() => papers.hits('/posted.pdf')).toEqual(['POST']);
    await firefox.loaded(`${papers.here}/posted.pdf`);
    const popup = await firefox.press();
    await allow(popup);
    await sees(popup, wayOut);
    expect(papers.hits('/posted.pdf').filter((method) => method === 'POST')).toHaveLength(1);
  });
});

test.describe('a blob: PDF', () => {
  test('is read in the tab that made it, and sent', async () => {
    const { firefox, inbox } = office();
    await firefox.open(`${papers.here}/blob`);
    await firefox.tab.click('button', 'Open');
    await firefox.loaded(/^blob:/);
    const popup = await firefox.press();
    await allow(popup);
    expect(await attachedIn(popup)).toMatchObject([{ sha256: hash('first') }]);
    await sendTo(popup, 'anna@northwind.example');
    await sees(popup, /Accepted by/);
    expect(inbox.messages).toHaveLength(1);
  });

  test('given up by its page leads to the way out', async () => {
    const { firefox } = office();
    await firefox.open(`${papers.here}/blob`);
    await firefox.tab.click('button', 'Open');
    await firefox.loaded(/^blob:/);
    await firefox.closeOtherTabs();
    const popup = await firefox.press();
    await allow(popup);
    await sees(popup, wayOut);
  });
});

test.describe('a PDF inside a page', () => {
  for (const [path, text] of [
    ['/iframe', 'first'],
    ['/iframe-plain', 'named by the server'],
    ['/embed', 'first'],
    ['/object', 'first'],
    ['/iframe-blob', 'first'],
    ['/embed-data', 'in the page'],
  ] as const) {
    test(path, async () => {
      expect(await attachedIn(await press(path))).toMatchObject([{ sha256: hash(text) }]);
    });
  }

  test('of another site: one permission for that site', async () => {
    const popup = await press('/embed-elsewhere');
    await allow(popup, 'localhost');
    expect(await attachedIn(popup)).toMatchObject([{ sha256: hash('second') }]);
  });

  test('several: a choice', async () => {
    const popup = await press('/several');
    await popup.click('button', /Terms/);
    expect(await attachedIn(popup)).toMatchObject([{ sha256: hash('second') }]);
    await pictures(office().firefox, 'popup', 'firefox-choices');
  });
});

test('a link to a PDF is listed, and a click attaches it', async () => {
  const popup = await press('/links');
  await popup.click('button', /Download invoice/);
  await expect.poll(() => attachedIn(popup)).toContainEqual({ fileName: 'a.pdf', sha256: hash('first') });
});

test("one of the browser's own pages gets a clear sentence", async () => {
  const { firefox } = office();
  await firefox.open('about:support');
  await sees(await firefox.press(), "This page can't be turned into a PDF");
});
