import type { Settings } from '../domain/settings.ts';
import { openWorkplace } from '../scripts/demo/workplace.ts';
import type { Bench } from './bench.ts';
import { openBenchPage } from './bench-page.ts';
import { interleave } from './interleave.ts';
import { openNodePipe } from './node-pipe.ts';
import { judge } from './result.ts';

const pdfSize = 25 * 1024 * 1024;
/** Nobody listens there, so nothing but the hand-over happens. */
const deadPort = 1;

const peers = {
  'Node to Node': { writer: 'encode', reader: 'decode' },
  'ready frames': { writer: 'ready', reader: 'decode' },
  'ready frames, only counted': { writer: 'ready', reader: 'count' },
} as const;

/**
 * From a Blob in a page of the extension to the companion's word that a verified copy is in its spool and recorded: IndexedDB,
 * the background's `send`, outbox, native port, spool, journal; popup, worker, companion and courier are warm.
 * The first peer does the bare part of it: bytes in one Node to bytes in another, by the same frames. The others leave out even that
 * the frames have to be made, or understood.
 */
export const pdfToSpool: Bench = {
  names: ['pdf-to-spool'],
  async run({ chromium }) {
    await using stack = new AsyncDisposableStack();
    const workplace = await openWorkplace({ chromium: chromium(), headless: true });
    stack.defer(workplace.close);
    await workplace.setUp(toDeadPort);
    const page = await openBenchPage(workplace.browser, 'hand-over.ts');
    const contenders = { ours: () => page.evaluate(async (size) => (await window.handOver(size)).queued, pdfSize) };
    for (const [name, work] of Object.entries(peers)) {
      const pipe = await openNodePipe(pdfSize, work);
      stack.defer(pipe.close);
      Object.assign(contenders, { [name]: pipe.run });
    }
    const { ours, ...others } = await interleave(15, contenders);
    return [judge({ name: 'pdf-to-spool', unit: 'ms', ours, peers: others, goal: 2, goalOf: 'ratio' })];
  },
};

function toDeadPort(settings: Settings): Settings {
  const profiles = settings.profiles.map((profile) => ({ ...profile, server: { ...profile.server, port: deadPort } }));
  return { ...settings, profiles };
}
