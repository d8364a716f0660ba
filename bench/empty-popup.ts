import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { extensionKey } from '../protocol/identity.ts';

const manifest = {
  manifest_version: 3,
  name: 'Empty popup',
  version: '1',
  key: extensionKey, // the same id, so the same press of the same button
  permissions: ['activeTab'],
  action: { default_popup: 'popup.html' },
  background: { service_worker: 'background.js' },
};

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Empty popup</title>
    <script type="module" src="/popup.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>
`;

/** Makes an extension in this folder whose popup is the least that React can do: `popup.html` and `popup.js`. */
export async function buildEmptyPopup(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'peers/empty-popup.tsx')],
    outfile: join(folder, 'popup.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'popup.html'), page);
  // It greets as ours does: whoever starts the browser waits for that page.
  writeFileSync(join(folder, 'welcome.html'), '<!doctype html><title>Welcome</title>');
  writeFileSync(join(folder, 'background.js'), "chrome.tabs.create({ url: '/welcome.html' });");
  return folder;
}
