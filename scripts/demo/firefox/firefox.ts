import { geckoId } from '../../../protocol/identity.ts';
import { until } from '../until.ts';
import { type Background, background } from './background.ts';
import type { ChromeScope } from './chrome-scope.ts';
import { extensionUrl, type FirefoxLaunch, type LaunchedFirefox, launchFirefox } from './launch-firefox.ts';
import { pickFromMenu } from './page-menu.ts';
import { type Surface, surface } from './surface.ts';

export type DemoFirefox = LaunchedFirefox & {
  /** The popup of the toolbar button. */
  popup: Surface;
  /** The tab in front. */
  tab: Surface;
  /** The sidebar: to be read, without hands. */
  sidebar: Pick<Surface, 'run' | 'text' | 'isEnabled'>;
  /** Opens the address in a new tab in front, and waits until it, or where it leads, is loaded. */
  open(address: string, shows?: string): Promise<void>;
  /** The same, only until the page begins to arrive: it may never end, or a dialog may hold it. */
  begin(address: string): Promise<void>;
  /** Waits until the page in front shows a dialog such as alert(). */
  dialogOpened(): Promise<void>;
  /** Selects so many tabs, the last ones. */
  selectTabs(count: number): Promise<void>;
  /** Right click on this link of the tab in front, or on a bare place of the page, and the entry of this name in the menu. */
  pickFromMenu(entry: string, link?: string): Promise<Surface>;
  /** Waits until the tab in front shows this address. */
  loaded(address: string | RegExp): Promise<void>;
  /** Opens a page of the extension, like `options.html#server`. */
  openOwn(path: string): Promise<void>;
  /** Closes the tab in front. */
  closeTab(): Promise<void>;
  /** Closes all tabs but a blank one. */
  closeTabs(): Promise<void>;
  /** Closes all tabs but the one in front. */
  closeOtherTabs(): Promise<void>;
  closeSidebar(): Promise<void>;
  /** Presses the real toolbar button on the tab in front, which grants activeTab, and waits for the popup. */
  press(): Promise<Surface>;
  closePopup(): Promise<void>;
  isPopupOpen(): Promise<boolean>;
  /** Presses a button of Firefox's own prompt for a permission, and says what it asked. */
  answerPrompt(answer: 'allow' | 'deny'): Promise<string>;
  /** Gives the permission for the site of this address, without its prompt. */
  allowSite(address: string): Promise<void>;
  /** What the popup and the tab in front are told that the user prefers. */
  colours(scheme: 'light' | 'dark'): Promise<void>;
  background: Background;
  /** Takes a permission for sites back. */
  forbidSite(pattern: string): Promise<void>;
  /** Empties the outbox: what was sent before is asked about. */
  forgetMails(): Promise<void>;
  /** What Firefox complained about on pages of ours against their content security policy. */
  policyComplaints(): Promise<string[]>;
  storage: { get(key: string): Promise<unknown>; set(key: string, value: unknown): Promise<void> };
};

export async function openFirefox(options: FirefoxLaunch): Promise<DemoFirefox> {
  const launched = await launchFirefox(options);
  const { chrome } = launched;
  const popup = surface(chrome, 'popup');
  const tab = surface(chrome, 'tab');
  const isPopupOpen = () => chrome.run(isPopupLoaded, `${extensionUrl}/popup.html`);
  const loaded = async (address: string | RegExp) => {
    await until(
      () => chrome.run(isLoaded, String(address), address instanceof RegExp ? address.source : null),
      () => `${address} to be loaded`,
    );
  };
  const open = async (address: string, shows = new URL(address).href) => {
    await chrome.run(openTab, address);
    await loaded(shows);
  };
  const popupOpened = async () => {
    await until(isPopupOpen, () => 'the popup to open');
    return popup;
  };
  const closePopup = async () => {
    await popup.run((page) => page.defaultView?.close());
    await until(
      async () => !(await isPopupOpen()),
      () => 'the popup to close',
    );
  };
  const closeTab = () => chrome.run(() => gBrowser.removeTab(gBrowser.selectedTab));
  // By a page of ours: only those have the storage.
  const inStorage = async (call: Call) => {
    await open(`${extensionUrl}/options.html`);
    const answer = await tab.run(callStorage, call);
    await closeTab();
    return answer;
  };
  return {
    ...launched,
    popup,
    tab,
    sidebar: surface(chrome, 'sidebar'),
    closeSidebar: () => chrome.run(() => SidebarController.hide()),
    open,
    begin: async (address) => {
      await chrome.run(openTab, address);
      await until(
        () => chrome.run((wanted) => gBrowser.selectedBrowser.currentURI.spec === wanted, address),
        () => `${address} to begin`,
      );
    },
    dialogOpened: async () => {
      await until(
        () => chrome.run(() => gBrowser.getTabDialogBox(gBrowser.selectedBrowser).getContentDialogManager().hasDialogs),
        () => 'a dialog of the page',
      );
    },
    selectTabs: (count) => chrome.run(selectTabs, count),
    loaded,
    openOwn: (path) => open(`${extensionUrl}/${path}`),
    closeTab,
    closeTabs: async () => {
      await chrome.run(openTab, 'about:blank');
      await chrome.run(closeOthers);
    },
    closeOtherTabs: () => chrome.run(closeOthers),
    forbidSite: (pattern) => chrome.run(revokeSite, geckoId, pattern),
    forgetMails: async () => {
      await open(`${extensionUrl}/options.html`);
      await tab.run(emptyOutbox);
      await closeTab();
    },
    allowSite: (address) => chrome.run(grantSite, geckoId, `http://${new URL(address).hostname}/*`),
    colours: (scheme) => chrome.run(preferColours, scheme),
    background: background(chrome),
    policyComplaints: () => chrome.run(policyComplaints, extensionUrl),
    answerPrompt: (answer) => answerPrompt(chrome, answer),
    async press() {
      await chrome.run(pressToolbarButton, geckoId);
      return popupOpened();
    },
    async pickFromMenu(entry, link) {
      await pickFromMenu(chrome, tab, { entry, link });
      return popupOpened();
    },
    closePopup,
    isPopupOpen,
    storage: {
      get: (key) => inStorage(['get', key]),
      set: async (key, value) => void (await inStorage(['set', { [key]: value }])),
    },
  };
}

function preferColours(scheme: 'light' | 'dark'): void {
  const popup = document.querySelector('browser.webextension-popup-browser') as FirefoxBrowser | null;
  for (const frame of [popup, gBrowser.selectedBrowser]) {
    if (frame) frame.browsingContext.prefersColorSchemeOverride = scheme;
  }
}

function openTab(address: string): void {
  gBrowser.selectedTab = gBrowser.addTrustedTab(address);
}

function closeOthers(): void {
  const before = [...gBrowser.tabs].filter((tab) => tab !== gBrowser.selectedTab);
  // Without asking the pages: one with unsaved changes would show a dialog.
  for (const tab of before) gBrowser.removeTab(tab, { skipPermitUnload: true });
}

function selectTabs(count: number): void {
  for (const tab of [...gBrowser.tabs].slice(-count)) gBrowser.addToMultiSelectedTabs(tab);
}

function isLoaded(address: string, pattern: string | null): boolean {
  const { currentURI, webProgress } = gBrowser.selectedBrowser;
  const isThere = pattern === null ? currentURI.spec === address : new RegExp(pattern).test(currentURI.spec);
  return isThere && !webProgress.isLoadingDocument;
}

async function pressToolbarButton(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  window.focus();
  Services.focus.activeWindow = window; // without a display no window ever gets the focus by itself
  const { browserActionFor } = ExtensionParent.apiManager.global;
  await browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
}

/** The popup begins as a blank page in another process: what is asked of that one is never answered. */
function isPopupLoaded(address: string): boolean {
  const popup = document.querySelector('browser.webextension-popup-browser') as FirefoxBrowser | null;
  return popup !== null && popup.currentURI.spec === address && !popup.webProgress.isLoadingDocument;
}

type Call = ['get', string] | ['set', object];

async function callStorage(page: Document, _find: unknown, [verb, what]: Call): Promise<unknown> {
  const { browser } = (page as unknown as Unwrapped).wrappedJSObject.defaultView;
  const answer = (await browser.storage.local[verb](Cu.cloneInto(what, page.defaultView))) as Record<string, unknown>;
  return verb === 'get' ? answer[what as string] : undefined;
}

async function answerPrompt(chrome: ChromeScope, answer: 'allow' | 'deny'): Promise<string> {
  const asked = await until(
    () => chrome.run(promptText),
    () => 'a prompt for a permission',
  );
  await chrome.run(pressPrompt, answer);
  await until(
    async () => !(await chrome.run(promptText)),
    () => 'the prompt to close',
  );
  return asked;
}

function promptText(): string | undefined {
  const panel = document.querySelector('#notification-popup') as FirefoxPanel | null;
  return panel?.state === 'open' ? panel.textContent || 'a prompt' : undefined;
}

function pressPrompt(answer: 'allow' | 'deny'): void {
  const prompt = document.querySelector('#notification-popup popupnotification') as FirefoxPrompt | null;
  (answer === 'allow' ? prompt?.button : prompt?.secondaryButton)?.click();
}

async function grantSite(id: string, pattern: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const granted = { permissions: [], origins: [pattern], data_collection: [] };
  await ExtensionPermissions.add(id, granted, WebExtensionPolicy.getByID(id).extension);
}

async function revokeSite(id: string, pattern: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const revoked = { permissions: [], origins: [pattern], data_collection: [] };
  await ExtensionPermissions.remove(id, revoked, WebExtensionPolicy.getByID(id).extension);
}

async function emptyOutbox(page: Document): Promise<void> {
  const settled = (request: IDBRequest) =>
    new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  const open = page.defaultView?.indexedDB.open('tabpost');
  if (!open) return;
  await settled(open);
  const stores = ['outbox', 'outboxText'];
  const transaction = open.result.transaction(stores, 'readwrite');
  await Promise.all(stores.map((store) => settled(transaction.objectStore(store).clear())));
  open.result.close();
}

function policyComplaints(ours: string): string[] {
  const messages = Services.console.getMessageArray().map(({ message }) => message);
  return messages.filter((message) => /content[- ]security[- ]policy/i.test(message) && message.includes(ours));
}
