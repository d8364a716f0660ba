import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { usualPrintChoices } from '../../domain/print-choices.ts';
import type { FoundBrowser } from '../../native-host/print/find-browsers.ts';
import { guardedPage } from '../../native-host/print/guarded-page.ts';
import { createPrinter } from '../../native-host/print/printer.ts';
import { ensureChromium, ensureProgram } from '../../scripts/set-up.mjs';
import { ownDataFolder } from '../support/own-data-folder.ts';
import { pdfPages, pdfText } from '../support/pdf-text.ts';
import { printLeftovers } from '../support/print-leftovers.ts';

const chromium = ensureChromium();
const firefox = ensureProgram('firefox');
const poppler = ensureProgram('poppler');
/** Policies are the computer's: a mount namespace shows them to one browser only. */
const canSetPolicies = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;

const dataDir = ownDataFolder();

describe('a computer without a browser', () => {
  test('says so', async () => {
    await expect(print([])).rejects.toMatchObject({ code: 'print-unavailable' });
  });

  test.each([
    ['is not there', '/nowhere/chromium'],
    ['ends at once', '/bin/false'],
  ])('or with one that %s', async (_name, executable) => {
    await expect(print([{ executable, family: 'chromium' }])).rejects.toMatchObject({
      code: 'print-failed',
    });
    await nothingLeft();
  });
});

describe.skipIf(!chromium || !poppler || !canSetPolicies)("a company's policy", () => {
  test.each([
    ['RemoteDebuggingAllowed', false],
    ['DeveloperToolsAvailability', 2],
    ['URLBlocklist', ['*']],
  ])('%s = %j: some way prints, as it was chosen', async (name, value) => {
    const page = '<!doctype html><title>x</title><p>under a policy';
    const ways = [underPolicy(name, value), ...real()];
    const pdf = await print(ways, page, { landscape: true });
    expect(pdfText(pdf)).toContain('under a policy');
    expect(pdfPages(pdf).size).toEqual([842, 596]);
  });

  test('that allows no way at all is named', async () => {
    await expect(print([underPolicy('HeadlessMode', 2)])).rejects.toMatchObject({ code: 'print-blocked-by-policy' });
    await nothingLeft();
  });
});

describe.skipIf(!firefox || !poppler)('Firefox prints', () => {
  test('with selectable text, on the paper that was chosen, and leaves nothing', async () => {
    const executable = String(firefox);
    const pdf = await print(
      [{ executable, family: 'firefox' }],
      '<h1>From Firefox</h1><script>document.write("ran")</script>',
    );
    expect(pdfText(pdf)).toContain('From Firefox');
    expect(pdfText(pdf)).not.toContain('ran');
    expect(pdfPages(pdf).size).toEqual([596, 842]);
    await nothingLeft();
  });
});

async function print(browsers: FoundBrowser[], html = '<p>x', choices = {}): Promise<Buffer> {
  const printer = createPrinter(browsers);
  try {
    const order = { page: guardedPage(html), choices: { ...usualPrintChoices('de'), ...choices }, external: false };
    return (await printer.print(order, 40_000)).pdf;
  } finally {
    await printer.close();
  }
}

function nothingLeft() {
  return vi.waitFor(() => expect(printLeftovers(dataDir)).toEqual([]), { timeout: 5000, interval: 50 });
}

function real(): FoundBrowser[] {
  return [{ executable: String(chromium), family: 'chromium' }];
}

/** A Chromium that lives under this policy, whatever others do on this computer. */
function underPolicy(name: string, value: unknown): FoundBrowser {
  const folder = join(dataDir, `policy-${name}`);
  mkdirSync(join(folder, 'policies/managed'), { recursive: true });
  writeFileSync(join(folder, 'policies/managed/p.json'), JSON.stringify({ [name]: value }));
  const executable = join(folder, 'chromium');
  const script = `#!/bin/sh\nmkdir -p /etc/chromium\nexec unshare -m sh -c 'mount --bind ${folder} /etc/chromium && exec ${chromium} "$@"' sh "$@"\n`;
  writeFileSync(executable, script, { mode: 0o755 });
  return { executable, family: 'chromium' };
}
