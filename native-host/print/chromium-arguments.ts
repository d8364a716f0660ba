import { join } from 'node:path';

/** Nobody listens there: what the browser itself wants of the network stays on the computer. */
const nowhere = 'http://127.0.0.1:9';

const quiet = [
  '--headless=new',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-gpu',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  `--proxy-server=${nowhere}`,
  '--proxy-bypass-list=<-loopback>', // loopback too, which otherwise passes every proxy
];

/** What every printing Chromium is started with; only root cannot have the sandbox. */
export function chromiumArguments(folder: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [...quiet, `--user-data-dir=${join(folder, 'p')}`, ...(isRoot ? ['--no-sandbox'] : [])];
}
