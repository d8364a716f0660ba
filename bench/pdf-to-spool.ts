import { join } from 'node:path';
import { build } from 'esbuild';
import { chromiumId } from '../protocol/identity.ts';
import { openWorkplace, type Workplace } from '../scripts/demo/workplace.ts';
import type { Bench } from './bench.ts';
import { interleave } from './interleave.ts';
import { openNodePipe } from './node-pipe.ts';
import { judge } from './result.ts';

const pdfSize = 25 * 1024 * 1024;
/** Nobody listens there, so nothing but the hand-over happens. */
const deadPort = 1;

/**
 * From a Blob in a page of the extension to the companion's word that a verified, flushed copy is on its disk: IndexedDB,
 * the background's `send`, outbox, native port, spool, journal. Against the same number of the same frames between two bare Nodes.
 */
export const pdfToSpool: Bench = {
  names: ['pdf-to-spool'],
  async run({ chromium }) {
    const workplace = await openWorkplace({ chromium: chromium(), headless: true });
    await workplace.setUp(toDeadPort);
    const page = await openExtensionPage(workplace);
    const decoding = await openNodePipe(pdfSize, 'decode');
    const counting = await openNodePipe(pdfSize, 'count');
    const { ours, ...peers } = await interleave(9, {
      ours: () => page.evaluate(async (size) => (await window.handOver(size)).queued, pdfSize),
      'Node to Node': decoding.run,
      'same, only counted': counting.run,
    });
    decoding.close();
    counting.close();
    await workplace.close();
    return [judge({ name: 'pdf-to-spool', unit: 'ms', ours, peers, goal: 2, goalOf: 'ratio' })];
  },
};

type Settings = Parameters<NonNullable<Parameters<Workplace['setUp']>[0]>>[0];

function toDeadPort(settings: Settings): Settings {
  const profiles = settings.profiles.map((profile) => ({ ...profile, server: { ...profile.server, port: deadPort } }));
  return { ...settings, profiles };
}

async function openExtensionPage({ browser }: Workplace) {
  const entry = join(import.meta.dirname, 'pages/hand-over.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${chromiumId}/options.html`);
  await page.evaluate(outputFiles[0]?.text ?? '');
  return page;
}
