import { until } from '../../scripts/demo/until.ts';
import { companionProcesses } from './companion-processes.ts';
import { kill } from './kill.ts';

/**
 * Ends what still uses this data folder, so that it can be removed: a courier hears of its companion's end a moment later, looks for mails
 * once more, and would make the folder again.
 */
export async function endCompanions(dataDir: string): Promise<void> {
  const running = () => Object.values(companionProcesses(dataDir)).flat();
  running().forEach(kill);
  await until(
    async () => running().length === 0,
    () => `the end of ${running().join()}`,
  );
}
