import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { chromiumId } from '../../protocol/identity.ts';
import { connectToTarget } from './connect-to-target.ts';

export type DemoBrowser = {
  context: BrowserContext;
  /**
   * Presses the real toolbar button on the tab that shows this address, which also grants activeTab, and waits for the form: as the popup,
   * unless the settings say otherwise. Give every page its own address.
   */
  pressToolbarButton(address: string, opens?: Place): Promise<Popup>;
  /** Waits for the form that something else opened: as the popup, or in the side panel. */
  openedForm(place: Place): Promise<Popup>;
  /** The stored settings, as the background's own storage call gives and takes them. */
  storage: { get(key: string): Promise<unknown>; set(key: string, value: unknown): Promise<void> };
  close(): Promise<void>;
};

type Place = 'popup' | 'panel';
type Popup = { page: Page; close(): Promise<void> };

type Launch = {
  executablePath: string;
  extension: string;
  /** Profile folder; the companion is registered inside it. */
  userDataDir: string;
  headless: boolean;
  args?: string[];
};

const popupUrl = `chrome-extension://${chromiumId}/popup.html`;
const formUrls: Record<Place, string> = { popup: popupUrl, panel: `${popupUrl}?place=panel` };

/** Chromium with the built extension, its button pinned to the toolbar. */
export async function launchBrowser({
  executablePath,
  extension,
  userDataDir,
  headless,
  args = [],
}: Launch): Promise<DemoBrowser> {
  pinButton(userDataDir);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath,
    headless: false, // the new headless mode comes from the argument: only it loads extensions
    viewport: null,
    handleSIGINT: false,
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      '--enable-automation',
    ],
    args: [
      ...(headless ? ['--headless=new', '--screen-info={1600x1200}', '--window-size=1280,900'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium's sandbox does not work for root
      '--no-first-run',
      '--test-type', // no bar about unsupported flags
      '--disable-background-networking',
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
  });
  /** The one that runs now: the first may have been stopped. */
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker();
  const endpoint = debuggingEndpoint(userDataDir);
  return {
    context,
    async pressToolbarButton(address, opens = 'popup') {
      await pressToolbarButton(context, address);
      return openedForm(context, endpoint, formUrls[opens]);
    },
    openedForm: (place) => openedForm(context, endpoint, formUrls[place]),
    storage: {
      get: async (key) => (await worker()).evaluate(async (name) => (await chrome.storage.local.get(name))[name], key),
      set: async (key, value) =>
        (await worker()).evaluate(([name, item]) => chrome.storage.local.set({ [name]: item }), [key, value] as const),
    },
    close: () => context.close(),
  };
}

// The worker's own global; only what is used here.
declare const chrome: {
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>>; set(items: Record<string, unknown>): Promise<void> };
  };
};

async function pressToolbarButton(context: BrowserContext, address: string): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('the browser is gone');
  const cdp = await browser.newBrowserCDPSession();
  // Not in Playwright's protocol types yet.
  const send = cdp.send.bind(cdp) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id: chromiumId, targetId: await targetAt(cdp, 'tab', address) });
  await cdp.detach();
}

async function openedForm(context: BrowserContext, endpoint: string, address: string): Promise<Popup> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('the browser is gone');
  const targetId = await targetAt(cdp, 'page', address, true);
  await cdp.detach();
  // A connection sees only the popups that were open when it was made.
  const second = await connectToTarget(endpoint, targetId);
  const page = second
    .contexts()
    .flatMap((each) => each.pages())
    .find((each) => each.url() === address);
  if (!page) throw new Error('the popup closed at once');
  return {
    page,
    async close() {
      if (!page.isClosed()) await Promise.all([page.waitForEvent('close'), page.evaluate(() => window.close())]);
      await second.close(); // only disconnects
    },
  };
}

/** Id of the target of this type at this address, as soon as there is one: an error page gets its address late. */
async function targetAt(cdp: CDPSession, type: 'tab' | 'page', address: string, exact = false): Promise<string> {
  await cdp.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });
  for (;;) {
    const changed = Promise.race([nextEvent(cdp, 'Target.targetCreated'), nextEvent(cdp, 'Target.targetInfoChanged')]);
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] });
    const target = targetInfos.find(
      ({ type: kind, url }) => kind === type && (exact ? url === address : url.startsWith(address)),
    );
    if (target) return target.targetId;
    await changed;
  }
}

function nextEvent(cdp: CDPSession, event: 'Target.targetCreated' | 'Target.targetInfoChanged'): Promise<unknown> {
  return new Promise((resolve) => cdp.once(event, resolve));
}

function debuggingEndpoint(userDataDir: string): string {
  const [port, path] = readFileSync(join(userDataDir, 'DevToolsActivePort'), 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

function pinButton(userDataDir: string): void {
  mkdirSync(join(userDataDir, 'Default'), { recursive: true });
  const preferences = { extensions: { pinned_extensions: [chromiumId] }, browser: { has_seen_welcome_page: true } };
  writeFileSync(join(userDataDir, 'Default', 'Preferences'), JSON.stringify(preferences));
}
