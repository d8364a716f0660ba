import type { Workplace } from '../../scripts/demo/workplace.ts';
import { companionProcesses } from '../support/companion-processes.ts';
import { kill } from '../support/kill.ts';
import { stopWorker } from '../support/stop-worker.ts';
import { browserProcess, extensionProcesses } from './browser-processes.ts';
import type { BrowserVictim } from './browser-victims.ts';

/** Takes a victim away. Returns when it is gone; what it held open may notice later. */
export async function strikeBrowser(
  victim: BrowserVictim,
  { browser, userDataDir, dataDir }: Workplace,
): Promise<void> {
  const { companions, couriers } = companionProcesses(dataDir);
  switch (victim) {
    case 'worker':
      return stopWorker(browser.context);
    case 'companion':
      return companions.forEach(kill);
    case 'courier':
      return couriers.forEach(kill);
    case 'extension process':
      return extensionProcesses(userDataDir).forEach(kill);
    case 'browser':
    case 'everything': {
      const closed = new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
      const others = victim === 'everything' ? [...companions, ...couriers] : [];
      [browserProcess(userDataDir), ...others].forEach(kill);
      return closed;
    }
  }
}
