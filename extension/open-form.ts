import { browser } from 'wxt/browser';
import { openSidePanel } from './side-panel.ts';
import { settingsItem } from './storage/settings.ts';

/** Browsers open popup and panel only in the moment of a click: what the settings say must be known before. */
let sidePanel = false;

/** From now on the toolbar button opens the popup or the side panel, as the settings say. */
export function followPanelSetting(onPress: (tabId: number) => void): void {
  const apply = async (wanted: boolean) => {
    sidePanel = wanted;
    await browser.action.setPopup({ popup: wanted ? '' : browser.runtime.getURL('/popup.html') });
  };
  settingsItem.watch((settings) => void apply(settings.sidePanel));
  void settingsItem.read().then((settings) => apply(settings.sidePanel));
  browser.action.onClicked.addListener((tab) => {
    void openSidePanel(tab.windowId);
    if (tab.id !== undefined) onPress(tab.id);
  });
}

/** Shows the form for a tab after a click that was not on the toolbar button. Call it in that click. */
export async function openForm(tab: { id?: number | undefined; windowId?: number | undefined }): Promise<void> {
  try {
    await (sidePanel ? openSidePanel(tab.windowId) : browser.action.openPopup());
  } catch {
    // A window without toolbar, or one that is not in front: the form opens in a tab.
    const query = new URLSearchParams({ place: 'tab', tab: String(tab.id) });
    await browser.tabs.create({ url: browser.runtime.getURL(`/popup.html?${query}` as '/popup.html') });
  }
}
