import '../../components/theme.css';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { setLanguage } from '../../components/set-language.ts';
import { App } from './App.tsx';

setLanguage(document.documentElement);
const root = createRoot(document.getElementById('root') as HTMLElement);

browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  if (tab?.id !== undefined) root.render(<App tabId={tab.id} />);
});
