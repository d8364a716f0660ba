import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { background } from '../../extension/background-port.ts';
import { App } from './App.tsx';

type Shown = { tabId: number; capturing: Promise<unknown> };

/** The side panel follows the tab in front of its window, and the pages that tab goes to. */
export function PanelApp() {
  const [shown, setShown] = useState<Shown>();
  useEffect(
    () => follow((tabId) => setShown({ tabId, capturing: background.call('capture', { tabId, again: false }) })),
    [],
  );
  return shown && <App key={shown.tabId} {...shown} />;
}

function follow(show: (tabId: number) => void): () => void {
  let front: number | undefined;
  const ask = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return;
    front = tab.id;
    show(tab.id);
  };
  const updated = (tabId: number, { status }: { status?: string }) => {
    if (tabId === front && status === 'complete') show(tabId);
  };
  void ask();
  browser.tabs.onActivated.addListener(ask);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(ask);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
