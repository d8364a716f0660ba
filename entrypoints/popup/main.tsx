import '../../components/theme.css';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { setLanguage } from '../../components/set-language.ts';
import { background } from '../../extension/background-port.ts';
import { database } from '../../extension/storage/database.ts';
import { draftItem } from '../../extension/storage/draft.ts';
import { App } from './App.tsx';
import { PanelApp } from './PanelApp.tsx';
import { givenTab, place } from './place.ts';

setLanguage(document.documentElement);
const root = createRoot(document.getElementById('root') as HTMLElement);

// What takes longest begins before anything is drawn: the PDF, and the database the outbox lies in.
void database();
if (place === 'panel') root.render(<PanelApp />);
else if (givenTab !== undefined) root.render(<App tabId={givenTab} capturing={begun(givenTab)} />);
else
  browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    if (tab?.id === undefined) return;
    const capturing = background.call('capture', { tabId: tab.id, again: false });
    root.render(<App tabId={tab.id} capturing={capturing} />);
  });

/** A tab of its own goes on with a draft that is there; why it has no PDF was found out before. */
async function begun(tabId: number): Promise<unknown> {
  return (await draftItem(tabId).read()) ?? background.call('capture', { tabId, again: false });
}
