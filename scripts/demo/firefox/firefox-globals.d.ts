// What Firefox 153 gives to code in the browser's own window; only what is used here. Functions that use these names run there.

type FirefoxWindow = Window & {
  synthesizeMouseEvent(type: string, x: number, y: number, mouse: object, options: object): boolean;
};

type FirefoxBrowser = Element & {
  messageManager: {
    loadFrameScript(url: string, later: boolean): void;
    addMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
    removeMessageListener(name: string, listener: (message: { data: unknown }) => void): void;
  };
  currentURI: { spec: string };
  webProgress: { isLoadingDocument: boolean };
  browsingContext: {
    prefersColorSchemeOverride: 'light' | 'dark' | 'none';
    currentWindowGlobal: { drawSnapshot(area: null, scale: number, background: string): Promise<ImageBitmap> };
  };
};

type FirefoxTab = { linkedBrowser: FirefoxBrowser };

declare const gBrowser: {
  selectedTab: FirefoxTab;
  selectedBrowser: FirefoxBrowser;
  tabs: FirefoxTab[];
  addTrustedTab(url: string): FirefoxTab;
  getTabDialogBox(browser: FirefoxBrowser): { getContentDialogManager(): { hasDialogs: boolean } };
  addToMultiSelectedTabs(tab: FirefoxTab): void;
  removeTab(tab: FirefoxTab, options?: { skipPermitUnload: boolean }): void;
};

declare const SidebarController: { hide(): void };

type FirefoxExtension = {
  backgroundState: string;
  terminateBackground(options: { disableResetIdleForTest: boolean }): Promise<void>;
};

declare const WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } };

declare const Services: {
  focus: { activeWindow: Window };
  console: { getMessageArray(): { message: string }[] };
};

type FirefoxModules = {
  'resource://gre/modules/AddonManager.sys.mjs': {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: FirefoxExtension): { triggerAction(window: Window): Promise<void> } };
      };
    };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    ExtensionPermissions: Record<
      'add' | 'remove',
      (id: string, permissions: object, extension: FirefoxExtension) => Promise<void>
    >;
  };
};

declare const ChromeUtils: {
  importESModule<Url extends keyof FirefoxModules>(url: Url): FirefoxModules[Url];
  requestProcInfo(): Promise<{ children: { pid: number; type: string }[] }>;
};

type TextInput = {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent, flags?: number): number;
  keyup(event: KeyboardEvent, flags?: number): boolean;
};

declare const Cc: Record<string, { createInstance(kind: unknown): TextInput }>;
declare const Ci: { nsITextInputProcessor: unknown };

declare const Cu: {
  cloneInto<Value>(value: Value, scope: unknown): Value;
  Sandbox(principal: unknown, options: { sandboxPrototype: unknown }): object;
  evalInSandbox(code: string, sandbox: object): void;
};

/** A page's own objects, seen without the protection that privileged code has against them. */
type Unwrapped = {
  wrappedJSObject: {
    defaultView: {
      browser: { storage: Record<'local' | 'session', Record<'get' | 'set', (what: unknown) => Promise<unknown>>> };
    };
  };
};

type FirefoxMenu = Element & { state: string; activateItem(item: Element): void };
type FirefoxPanel = Element & { state: string };
type FirefoxPrompt = Element & { button?: HTMLElement; secondaryButton?: HTMLElement };
