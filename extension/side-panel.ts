import { browser } from 'wxt/browser';

/** What only one of the browsers has, and the common types do not know. */
declare const chrome: { sidePanel: { open(options: { windowId: number }): Promise<void> } };
type Firefox = { sidebarAction: { open(): Promise<void> } };

let here: number | undefined;

/** Browsers open it only in the moment of a click: the window must be known before. */
if (!import.meta.env.FIREFOX) {
  void browser.windows.getCurrent().then(({ id }) => {
    here = id;
  });
}

/** Opens the side panel (Firefox: the sidebar) beside the pages of a window; of this page's when none is given. */
export function openSidePanel(windowId = here): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as Firefox).sidebarAction.open();
  return chrome.sidePanel.open({ windowId: windowId ?? -2 }); // -2: the current window
}
