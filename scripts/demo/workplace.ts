import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../domain/settings.ts';
import { registerCompanion } from '../../native-host/install/register-companion.ts';
import { type DemoBrowser, launchBrowser } from './browser.ts';
import { demoSettings } from './demo-settings.ts';
import { type Inbox, startInbox } from './inbox.ts';
import { type InvoiceSite, startInvoiceSite } from './invoice-site.ts';
import { savePassword } from './save-password.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export type Workplace = {
  inbox: Inbox;
  site: InvoiceSite;
  /** The one that runs now. */
  browser: DemoBrowser;
  /** The browser's profile; the companion is registered inside it. */
  userDataDir: string;
  /** Starts the browser once more with the same profile, after it ended in whatever way. */
  relaunch(): Promise<void>;
  /** The companion's data folder: spool, journal, log. */
  dataDir: string;
  /** Stores settings for the inbox and hands its password to the companion, as the options page does. */
  setUp(change?: (settings: Settings) => Settings): Promise<void>;
  close(): Promise<void>;
};

type Choice = {
  chromium: string;
  headless: boolean;
  /** Fixed ports make addresses that can be written down. */
  ports?: { site?: number; inbox?: number; smtp?: number };
  /** Leave the companion out, as on a computer where nobody installed it. */
  companion?: boolean;
  /** Folder of another build than the usual one. */
  extension?: string;
};

/** An office in a temporary folder: mail server, invoicing application, browser with the extension, companion. */
export async function openWorkplace({
  chromium,
  headless,
  ports = {},
  companion = true,
  extension = join(root, '.output/chrome-mv3'),
}: Choice): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'tabpost-'));
  const userDataDir = join(folder, 'profile');
  const dataDir = join(folder, 'data');
  const [inbox, site] = await Promise.all([
    startInbox({ ...(ports.smtp && { smtpPort: ports.smtp }), ...(ports.inbox && { webPort: ports.inbox }) }),
    startInvoiceSite(ports.site ? { port: ports.site } : {}),
  ]);
  const bundle = join(root, 'dist/companion/tabpost.cjs');
  const registered = companion ? registerCompanion({ userDataDir, dataDir, bundle }) : undefined;
  const launch = () => launchBrowser({ executablePath: chromium, extension, userDataDir, headless });
  const workplace: Workplace = {
    inbox,
    site,
    browser: await launch(),
    userDataDir,
    dataDir,
    async relaunch() {
      workplace.browser = await launch();
    },
    async setUp(change = (settings) => settings) {
      const settings = change(demoSettings(inbox));
      await workplace.browser.storage.set('settings', settings);
      await savePassword(registered, settings, inbox.login.password);
    },
    async close() {
      await workplace.browser.close();
      await Promise.all([inbox.close(), site.close()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return workplace;
}
