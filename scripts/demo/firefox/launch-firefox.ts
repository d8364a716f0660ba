import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { geckoId } from '../../../protocol/identity.ts';
import { type ChromeScope, openChromeScope } from './chrome-scope.ts';

/** Fixed, so that the addresses of our pages are known. */
const uuid = '7a62706f-7374-4000-8000-746162706f73';

export const extensionUrl = `moz-extension://${uuid}`;

export type LaunchedFirefox = {
  chrome: ChromeScope;
  /** Resolves when Firefox has ended, by whomever. */
  gone: Promise<void>;
  /** Quits as by the menu. */
  quit(): Promise<void>;
  /** Ends the process by a signal, and waits until it is gone. */
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

export type FirefoxLaunch = {
  executablePath: string;
  /** Folder of the built extension. */
  extension: string;
  /** Holds HOME and the profile; a second start in the same folder goes on with both. */
  folder: string;
  headless: boolean;
  preferences?: Record<string, string | number | boolean>;
};

/**
 * Firefox with the extension installed as from a store: in the profile, so that it is there again after a restart.
 * Unsigned, which the ESR and developer builds allow.
 */
export async function launchFirefox(options: FirefoxLaunch): Promise<LaunchedFirefox> {
  const profile = join(options.folder, 'profile');
  const home = homeOf(options.folder);
  mkdirSync(home, { recursive: true });
  cpSync(options.extension, join(profile, 'extensions', geckoId), { recursive: true });
  const browser = await launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.headless,
    userDataDir: profile,
    args: ['-remote-allow-system-access'],
    env: { ...process.env, HOME: home },
    extraPrefsFirefox: { ...preferences, ...options.preferences },
    handleSIGINT: false,
  });
  const gone = closed(browser);
  const chrome = await openChromeScope(browser);
  if (!(await chrome.run((id) => WebExtensionPolicy.getByID(id) !== null, geckoId))) {
    await browser.close();
    throw new Error('This Firefox takes no unsigned extension: use the ESR or the Developer Edition');
  }
  return {
    chrome,
    gone,
    quit: async () => {
      if (browser.connected) await browser.close();
      await gone;
    },
    async kill(signal) {
      browser.process()?.kill(signal);
      await gone;
    },
  };
}

/** HOME decides where Firefox looks for the companion, whatever the profile. */
export function homeOf(folder: string): string {
  return join(folder, 'home');
}

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.startupScanScopes': 15,
};

function closed(browser: Browser): Promise<void> {
  return new Promise((resolve) => {
    const child = browser.process();
    if (!child || child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}
