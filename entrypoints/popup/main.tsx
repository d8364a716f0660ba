import '../../components/theme.css';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { setLanguage } from '../../components/set-language.ts';
import { background } from '../../extension/background-port.ts';
import { database } from '../../extension/storage/database.ts';
import { App } from './App.tsx';

setLanguage(document.documentElement);
const root = createRoot(document.getElementById('root') as HTMLElement);

// What takes longest begins before anything is drawn: the PDF, and the database the outbox lies in.
void database();
browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  if (tab?.id === undefined) return;
  const capturing = background.call('capture', { tabId: tab.id, again: false });
  root.render(<App tabId={tab.id} capturing={capturing} />);
});
