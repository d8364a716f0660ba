import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { simpleParser } from 'mailparser';
import type { Surface } from '../../../scripts/demo/firefox/surface.ts';
import { sha256 } from '../../../scripts/demo/sha256.ts';
import { chooseFiles, dropFile } from '../../support/firefox-files.ts';
import { attachedIn, expect, firefoxOffice, sees, sendTo, test } from '../../support/firefox-office.ts';
import { pictures } from '../../support/firefox-picture.ts';
import { embeddedPdfs } from '../../support/papers/embedded-pdfs.ts';
import { type PaperSite, startPaperSite } from '../../support/papers/paper-site.ts';
import { smallPdf } from '../../support/papers/small-pdf.ts';

const office = firefoxOffice({
  preferences: {
    'network.dns.localDomains': 'addons.mozilla.org', // the extension store, answered by the papers site
    'network.stricttransportsecurity.preloadlist': false, // which has no certificate for it
  },
});
let papers: PaperSite;

test.beforeAll(async () => {
  papers = await startPaperSite();
});
test.afterAll(() => papers.close());
test.beforeEach(async () => {
  const { firefox } = office();
  await firefox.forbidSite('http://127.0.0.1/*');
  await firefox.forbidSite('http://localhost/*');
  await firefox.forbidSite('*://*/*');
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
  for (const [what, path, { name, text, padding = 0, shown = path }] of [
    ['cookie with SameSite=Strict', '/signed-in.pdf', { name: 'signed-in.pdf', text: 'signed in' }],
    ['no suffix, named by the server', '/document', { name: 'Rechnung € 17.pdf', text: 'named by the server' }],
    ['redirect', '/redirect', { name: 'Rechnung € 17.pdf', text: 'named by the server', shown: '/document' }],
    ['CSP sandbox', '/sandbox.pdf', { name: 'sandbox.pdf', text: 'sandboxed' }],
    ['45 MB', '/big.pdf', { name: 'big.pdf', text: 'big', padding: 45_000_000 }],
  ] as [string, string, { name: string; text: string; padding?: number; shown?: string }][]) {
    test(what, async () => {
      const { firefox } = office();
      await firefox.open(`${papers.here}/`); // signs in
      await firefox.open(papers.here + path, papers.here + shown);
      const popup = await firefox.press();
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
    await expect.poll(() => popup.isEnabled('button', 'Attach a file…')).toBe(true);
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

  test('answer to a form whose address gives another PDF: a person is asked to look', async () => {
    const { firefox } = office();
    await firefox.open(`${papers.here}/template-form`);
    await firefox.tab.click('button', 'Show');
    await firefox.loaded(`${papers.here}/posted-template.pdf`);
    const popup = await firefox.press();
    await allow(popup);
    await sees(popup, 'Check that it is the right one.');
    expect(papers.hits('/posted-template.pdf').filter((method) => method === 'POST')).toHaveLength(1);
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
    expect(await attachedIn(popup)).toMatchObject([{ sha256: hash('made here') }]);
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
  for (const [path, text] of embeddedPdfs) {
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

test('a PDF that lies in the address itself: its bytes, without any permission', async () => {
  const { firefox } = office();
  await firefox.open(`data:application/pdf;base64,${smallPdf('in the address').toString('base64')}`);
  expect(await attachedIn(await firefox.press())).toMatchObject([{ sha256: hash('in the address') }]);
  await pictures(firefox, 'popup', 'firefox-data');
});

test('a link to a PDF is listed, and a click attaches it', async () => {
  const popup = await press('/links');
  await attachedIn(popup); // the page itself is printed first
  await popup.click('button', /Download invoice/);
  expect((await attachedIn(popup, 2)).at(-1)).toEqual({ fileName: 'a.pdf', sha256: hash('first') });
});

test.describe('the menu of the page', () => {
  test('"E-mail the PDF behind this link" fetches it and opens the form', async () => {
    const { firefox } = office();
    await firefox.open(`${papers.here}/links`);
    const popup = await firefox.pickFromMenu('E-mail the PDF behind this link', 'Download invoice');
    expect(await attachedIn(popup)).toEqual([{ fileName: 'a.pdf', sha256: hash('first') }]);
  });

  test('"E-mail this page as PDF" opens the form with the page', async () => {
    const { firefox } = office();
    await firefox.open(`${papers.here}/iframe`);
    const popup = await firefox.pickFromMenu('E-mail this page as PDF');
    expect(await attachedIn(popup)).toMatchObject([{ sha256: hash('first') }]);
  });
});

test('several selected tabs make one mail with their PDFs in tab order, after one explained permission', async () => {
  const { firefox, inbox } = office();
  for (const path of ['/c.pdf', '/a.pdf', '/b.pdf']) await firefox.open(papers.here + path);
  await firefox.selectTabs(3);
  const popup = await firefox.press();
  await popup.click('button', 'Attach the PDFs of all 3 tabs');
  await popup.click('button', 'Allow for all sites');
  await firefox.answerPrompt('allow');
  const hashes = [hash('third'), hash('first'), hash('second')];
  expect((await attachedIn(popup, 3)).map((each) => each.sha256)).toEqual(hashes);
  await sendTo(popup, 'anna@northwind.example');
  const { attachments } = await simpleParser((await inbox.message(0)).raw);
  expect(attachments.map(({ content }) => sha256(content))).toEqual(hashes);
});

test('a page behind an open alert(): Firefox lets it be read all the same', async () => {
  const { firefox } = office();
  await firefox.begin(`${papers.here}/alert`);
  await firefox.dialogOpened();
  expect(await attachedIn(await firefox.press())).toMatchObject([{ fileName: 'Invoice 2026-17 - Papers.pdf' }]);
});

test('attached files: picked and dropped in a tab, renamed, reordered, removed, and sent as the form shows them', async () => {
  const { firefox, inbox } = office();
  const popup = await press('/once-unkept.pdf?again');
  await popup.click('button', 'Attach a file…');
  await firefox.loaded(/popup\.html\?.*place=tab/);
  const form = firefox.tab;
  await chooseFiles(form, { 'Saved invoice.pdf': smallPdf('saved'), 'terms.pdf': smallPdf('terms') });
  await attachedIn(form, 2);
  await dropFile(form, 'notes.pdf', Buffer.from('no PDF at all'));
  await sees(form, 'The file is no complete PDF');
  await dropFile(form, 'dropped.pdf', smallPdf('dropped'));
  await attachedIn(form, 3);
  await pictures(firefox, 'tab', 'firefox-form-in-a-tab');
  await form.click('button', 'Move dropped.pdf up');
  await form.click('button', 'Remove terms.pdf');
  await attachedIn(form, 2);
  await form.click('button', 'Change the file name'); // of the first
  await form.fill('File name', 'Rechnung 2026/27');
  await form.keys('Enter');
  const shown = [
    { fileName: 'Rechnung 2026_27.pdf', sha256: hash('saved') },
    { fileName: 'dropped.pdf', sha256: hash('dropped') },
  ];
  await expect.poll(() => attachedIn(form, 2)).toEqual(shown);
  await sendTo(form, 'anna@northwind.example');
  const { attachments } = await simpleParser((await inbox.message(0)).raw);
  expect(attachments.map(({ filename, content }) => ({ fileName: filename, sha256: sha256(content) }))).toEqual(shown);
});

test('the sidebar shows the same form, and asks for a press on a tab it may not see', async () => {
  const { firefox } = office();
  const popup = await press('/iframe');
  await attachedIn(popup);
  await popup.click('button', 'Open in the side panel');
  expect(await attachedIn(firefox.sidebar)).toMatchObject([{ sha256: hash('first') }]);
  await sees(firefox.sidebar, 'Drop PDF files here');
  await firefox.open(`${papers.here}/links`);
  await sees(firefox.sidebar, 'Press the Tabpost button on this tab');
  await firefox.closeSidebar();
});

test.describe('what gives no PDF gets a clear sentence', () => {
  test("one of the browser's own pages", async () => {
    const { firefox } = office();
    await firefox.open('about:support');
    await sees(await firefox.press(), "This page can't be turned into a PDF");
  });

  test('the extension store', async () => {
    const { firefox } = office();
    await firefox.open(`http://addons.mozilla.org:${new URL(papers.here).port}/`); // leads to this computer
    const popup = await firefox.press();
    await sees(popup, "This page can't be turned into a PDF");
    await popup.click('button', 'Attach a PDF file instead');
    await firefox.loaded(/popup\.html\?.*place=tab/);
  });

  test('a local file: the way out', async () => {
    const { firefox } = office();
    const file = join(test.info().outputDir, 'local.pdf');
    mkdirSync(test.info().outputDir, { recursive: true });
    writeFileSync(file, smallPdf('local'));
    await firefox.open(pathToFileURL(file).href);
    const popup = await firefox.press();
    await sees(popup, 'This PDF is a file on your computer');
    await expect.poll(() => popup.isEnabled('button', 'Attach a file…')).toBe(true);
  });

  test('a page that is still loading', async () => {
    const { firefox } = office();
    await firefox.begin(`${papers.here}/endless.html`);
    await sees(await firefox.press(), 'The page is still loading');
  });

  test('a page that could not be reached', async () => {
    const { firefox } = office();
    await firefox.open('http://127.0.0.1:2/invoice.pdf'); // nothing ever listens there
    const popup = await firefox.press();
    await allow(popup);
    await sees(popup, wayOut);
  });
});
