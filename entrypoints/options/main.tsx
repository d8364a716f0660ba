import '../../components/theme.css';
import { createRoot } from 'react-dom/client';
import { setLanguage } from '../../components/set-language.ts';
import { App } from './App.tsx';

setLanguage(document.documentElement);
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
