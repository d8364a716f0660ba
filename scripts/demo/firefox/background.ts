import { geckoId } from '../../../protocol/identity.ts';
import { until } from '../until.ts';
import type { ChromeScope } from './chrome-scope.ts';

/** The extension's background page, which Firefox may end at any time. */
export type Background = {
  state(): Promise<string>;
  /** As Firefox does it after idling. */
  end(): Promise<void>;
  /** Loads the whole extension once more, as an update does. */
  reload(): Promise<void>;
  /** Kills the process in which all pages of extensions live, and waits until Firefox has noticed. */
  crash(): Promise<void>;
};

export function background(chrome: ChromeScope): Background {
  const state = () => chrome.run((id) => WebExtensionPolicy.getByID(id).extension.backgroundState, geckoId);
  return {
    state,
    end: () => chrome.run(endBackground, geckoId),
    reload: () => chrome.run(reloadExtension, geckoId),
    async crash() {
      const pid = await chrome.run(extensionProcess);
      if (pid === undefined) throw new Error('no process of extensions');
      process.kill(pid, 'SIGKILL');
      await until(
        async () => (await chrome.run(extensionProcess)) !== pid,
        () => 'the process to be gone',
      );
      await until(
        async () => (await state()) !== 'running',
        () => 'the background page to be gone',
      );
    },
  };
}

async function endBackground(id: string): Promise<void> {
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({ disableResetIdleForTest: true });
}

async function reloadExtension(id: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  await (await AddonManager.getAddonByID(id)).reload();
}

async function extensionProcess(): Promise<number | undefined> {
  const { children } = await ChromeUtils.requestProcInfo();
  return children.find(({ type }) => type === 'extension')?.pid;
}
