import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { CaptureRequest } from './capture/capture-draft.ts';
import { openForm } from './open-form.ts';

const link = 'tabpost:link';
const page = 'tabpost:page';

/** The entries of the page's menu. A click on one opens the tab to us as the toolbar button does. */
export function serveContextMenus(capture: (request: CaptureRequest) => void): void {
  browser.runtime.onInstalled.addListener(() => void create());
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    if (tab?.id === undefined) return;
    const wanted = menuItemId === link && linkUrl ? ({ kind: 'link', url: linkUrl } as const) : undefined;
    // What goes wrong stands in the draft, where the form shows it.
    capture({ tabId: tab.id, again: wanted !== undefined, ...(wanted && { wanted }) });
    void openForm(tab);
  });
}

async function create(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: link, title: i18n.t('menu.link'), contexts: ['link'] });
  browser.contextMenus.create({
    id: page,
    title: i18n.t('menu.page'),
    contexts: ['page', 'frame', 'selection', 'image'],
  });
}
