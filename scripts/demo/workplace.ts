import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptySettings, type Settings } from '../../domain/settings.ts';
import { registerCompanion } from '../../native-host/install/register-companion.ts';
import { startCompanion } from '../../native-host/install/start-companion.ts';
import { protocolRange } from '../../protocol/limits.ts';
import { type DemoBrowser, launchBrowser } from './browser.ts';
import { type Inbox, startInbox } from './inbox.ts';
import { type InvoiceSite, startInvoiceSite } from './invoice-site.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export type Workplace = {
  inbox: Inbox;
  site: InvoiceSite;
  browser: DemoBrowser;
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
  const browser = await launchBrowser({ executablePath: chromium, extension, userDataDir, headless });
  return {
    inbox,
    site,
    browser,
    dataDir,
    async setUp(change = (settings) => settings) {
      const settings = change(settingsFor(inbox));
      await browser.storage.set('settings', settings);
      const server = settings.profiles[0]?.server;
      const target = registered?.manifests[0];
      if (!server || !target || !registered) return;
      const { client, stop } = startCompanion(target, registered.program);
      await client.call('hello', { protocol: [protocolRange.min, protocolRange.max], version: 'demo' });
      const { host, port, login } = server;
      await client.call('saveSecret', { owner: { host, port, login }, secret: inbox.login.password, store: 'file' });
      stop();
    },
    async close() {
      await browser.close();
      await Promise.all([inbox.close(), site.close()]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function settingsFor({ smtpPort, login, certificate }: Inbox): Settings {
  const pin = { sha256: certificate.sha256, pem: certificate.cert };
  const server = {
    host: 'localhost',
    port: smtpPort,
    security: 'tls',
    authentication: 'password',
    login: login.user,
    pin,
  } as const;
  const sender = { name: 'Acme invoices', address: login.user };
  return {
    ...emptySettings,
    profiles: [
      { id: 'demo', name: 'Demo', email: login.user, server, sender, replyTo: [], signature: '', fileNamePattern: '' },
    ],
    disabled: ['*@blocked.example'],
  };
}
