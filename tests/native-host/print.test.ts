import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureChromium, ensureProgram } from '../../scripts/set-up.mjs';
import { type Companion, greetedCompanion, makeDataDir, removeDataDir } from '../support/companion.ts';
import { pageOrder } from '../support/page-order.ts';
import { pdfPages, pdfText } from '../support/pdf-text.ts';
import { printLeftovers } from '../support/print-leftovers.ts';

const canRun = ensureChromium() && ensureProgram('poppler');
const soon = { timeout: 8000, interval: 50 };

describe.skipIf(!canRun)('the companion prints a page', () => {
  const dataDir = makeDataDir();
  const secret = join(dataDir, 'secret.html');
  let companion: Companion;
  beforeAll(async () => {
    writeFileSync(secret, 'body{--x:1}<p>local secret');
    companion = await greetedCompanion(dataDir);
  });
  afterAll(async () => {
    await companion.leave();
    await removeDataDir(dataDir);
  });

  test('with selectable text, on the paper that was chosen', async () => {
    const { pdf } = await print(companion, '<!doctype html><title>Invoice</title><h1>Invoice 17</h1><p>Total 12,00 €');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdfText(pdf)).toContain('Total 12,00 €');
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    expect(pdfPages(pdf).size).toEqual([596, 842]);
    const letter = await print(companion, '<p>x', { choices: { paper: 'letter', landscape: true } });
    expect(pdfPages(letter.pdf).size).toEqual([792, 612]);
  });

  test.each([
    ['a script', '<p id=p>as sent</p><script>document.getElementById("p").textContent = "ran"</script>'],
    [
      'a handler',
      '<p id=p>as sent</p><img src="data:," onerror="document.getElementById(\'p\').textContent = \'ran\'">',
    ],
    [
      'a script of a drawing',
      '<p id=p>as sent</p><svg><script>document.getElementById("p").textContent="ran"</script></svg>',
    ],
    ['a script in a frame', '<p>as sent<iframe srcdoc="<script>document.write(\'ran\')</script>"></iframe>'],
    ['a script address', '<p>as sent<iframe src="javascript:\'ran\'"></iframe>'],
    ['a refresh', '<meta http-equiv=refresh content="0;url=data:text/html,ran"><p>as sent'],
  ])('and %s in it does nothing', async (_name, html) => {
    const { pdf } = await print(companion, html);
    expect(pdfText(pdf)).toContain('as sent');
    expect(pdfText(pdf)).not.toContain('ran');
  });

  test.each([
    ['frame', (file: string) => `<iframe src="${file}"></iframe>`],
    ['object', (file: string) => `<object data="${file}"></object>`],
    ['embed', (file: string) => `<embed src="${file}">`],
    ['refresh', (file: string) => `<meta http-equiv=refresh content="0;url=${file}">`],
    [
      'frame behind a doctype that swallows',
      (file: string) => `<!doctype html SYSTEM "a>b"><iframe src="${file}"></iframe>`,
    ],
    ['frame behind an open comment', (file: string) => `<!-- <!doctype html> --><iframe src="${file}"></iframe>`],
  ])('and no %s of it reads a file of this computer', async (_name, html) => {
    const { pdf } = await print(companion, `${html(`file://${secret}`)}<p>as sent`);
    expect(pdfText(pdf)).toContain('as sent');
    expect(pdfText(pdf)).not.toContain('local secret');
  });

  test('asking other sites for its pictures only, and says when one does not come', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.cookie ?? 'no cookie'}`);
      if (request.url === '/never.png') return;
      if (request.url !== '/there.svg') return void response.writeHead(404).end();
      response.setHeader('Content-Type', 'image/svg+xml').setHeader('Set-Cookie', 'a=b');
      response.end('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const whole = await print(companion, `<img src="${url}/there.svg">`, { external: true });
    const again = await print(companion, `<img src="${url}/there.svg">`, { external: true });
    const lacking = await print(companion, `<img src="${url}/gone.png">`, { external: true });
    const waiting = await print(companion, `<img src="${url}/never.png"><p>x`, { external: true, budgetMs: 10_000 });
    server.closeAllConnections();
    server.close();
    const incomplete = [whole, again, lacking, waiting].map((printed) => printed.incomplete);
    expect(incomplete).toEqual([false, false, true, true]);
    expect(asked).toEqual(['/there.svg', '/there.svg', '/gone.png', '/never.png'].map((path) => `${path} no cookie`));
  });

  test('and gives up a page that never ends, and prints the next one', async () => {
    const endless = `<style>p{break-after:page}</style>${'<p>page</p>'.repeat(60_000)}`;
    await expect(print(companion, endless, { budgetMs: 3000 })).rejects.toMatchObject({ code: 'print-timeout' });
    expect(pdfText((await print(companion, '<p>the next')).pdf)).toContain('the next');
  });

  test('twice at the same time', async () => {
    const both = await Promise.all(['first', 'second'].map((text) => print(companion, `<p>${text}`)));
    expect(both.map(({ pdf }) => pdfText(pdf).trim())).toEqual(['first', 'second']);
  });

  test('unless it came damaged', async () => {
    const { request, upload } = pageOrder('<p>x');
    const damaged = { ...request, sha256: '0'.repeat(64) };
    await expect(companion.client.call('print', damaged, { upload })).rejects.toMatchObject({
      code: 'attachment-incomplete',
    });
  });
});

describe.skipIf(!canRun || process.platform !== 'linux')('of the browser that prints nothing is left', () => {
  test.each([
    ['the companion left', (companion: Companion) => companion.leave()],
    ['the companion was killed', (companion: Companion) => companion.process.kill('SIGKILL')],
    ['the companion was asked to end', (companion: Companion) => companion.process.kill('SIGTERM')],
  ])('when %s', async (_name, end) => {
    const dataDir = makeDataDir();
    const companion = await greetedCompanion(dataDir);
    await print(companion, '<p>x');
    expect(printLeftovers(dataDir)).not.toEqual([]); // it is kept warm
    end(companion);
    await companion.exited;
    await vi.waitFor(() => expect(printLeftovers(dataDir)).toEqual([]), soon);
    await removeDataDir(dataDir);
  });

  test('when the companion is killed in the middle of a print', async () => {
    const dataDir = makeDataDir();
    const companion = await greetedCompanion(dataDir);
    const printing = print(companion, '<p style="break-after:page">page</p>'.repeat(30_000));
    await vi.waitFor(() => expect(printLeftovers(dataDir).length).toBeGreaterThan(3), soon);
    companion.process.kill('SIGKILL');
    await expect(printing).rejects.toMatchObject({ code: 'companion-silent' });
    await vi.waitFor(() => expect(printLeftovers(dataDir)).toEqual([]), soon);
    await removeDataDir(dataDir);
  });

  test('after a crash of everything: the next companion sweeps', async () => {
    const dataDir = makeDataDir();
    const gone = '4194304-gone'; // above every process number of Linux
    const numberOfAnother = `${process.pid}-1-gone`;
    for (const name of [gone, numberOfAnother]) mkdirSync(join(dataDir, 'print', name, 'p'), { recursive: true });
    const companion = await greetedCompanion(dataDir);
    await companion.client.call('outcome', { ids: [] });
    await vi.waitFor(() => expect(printLeftovers(dataDir)).toEqual([]), soon);
    await companion.leave();
    await removeDataDir(dataDir);
  });
});

async function print(companion: Companion, html: string, how: Parameters<typeof pageOrder>[1] = {}) {
  const { request, upload } = pageOrder(html, how);
  const { body, bytes } = await companion.client.call('print', request, { upload });
  return { ...body, pdf: Buffer.from(await bytes.arrayBuffer()) };
}
