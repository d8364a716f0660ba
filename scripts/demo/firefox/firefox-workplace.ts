import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../../domain/settings.ts';
import { registerCompanion } from '../../../native-host/install/register-companion.ts';
import { demoSettings } from '../demo-settings.ts';
import { type Inbox, startInbox } from '../inbox.ts';
import { type InvoiceSite, startInvoiceSite } from '../invoice-site.ts';
import { savePassword } from '../save-password.ts';
import { root } from '../workplace.ts';
import { type DemoFirefox, openFirefox } from './firefox.ts';
import { homeOf } from './launch-firefox.ts';

export type FirefoxWorkplace = {
  inbox: Inbox;
  site: InvoiceSite;
  /** Another one after `restart`. */
  firefox: DemoFirefox;
  /** The companion's data folder: spool, journal, log. */
  dataDir: string;
  /** What Firefox takes for its user's folder; manifests of companions lie below it. */
  home: string;
  /** Stores settings for the inbox and hands its password to the companion, as the options page does. */
  setUp(change?: (settings: Settings) => Settings): Promise<void>;
  /** Starts Firefox again with the same profile, once the one before has ended. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type Choice = {
  executablePath: string;
  headless: boolean;
  /** Leave the companion out, as on a computer where nobody installed it. */
  companion?: boolean;
  preferences?: Record<string, string | number | boolean>;
};

/** The same office as `openWorkplace`, with Firefox in it. */
export async function openFirefoxWorkplace({ companion = true, ...choice }: Choice): Promise<FirefoxWorkplace> {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-'));
  const dataDir = join(folder, 'data');
  const home = homeOf(folder);
  const [inbox, site] = await Promise.all([startInbox(), startInvoiceSite()]);
  const bundle = join(root, 'dist/companion/tabpost.cjs');
  const registered = companion ? registerCompanion({ home, dataDir, bundle }) : undefined;
  const start = () => openFirefox({ ...choice, folder, extension: join(root, '.output/firefox-mv3') });
  const workplace: FirefoxWorkplace = {
    inbox,
    site,
    dataDir,
    home,
    firefox: await start(),
    async setUp(change = (settings) => settings) {
      const settings = change(demoSettings(inbox));
      await workplace.firefox.storage.set('settings', settings);
      await savePassword(registered, settings, inbox.login.password);
    },
    async restart() {
      workplace.firefox = await start();
    },
    async close() {
      await workplace.firefox.quit();
      await Promise.all([inbox.close(), site.close()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return workplace;
}
