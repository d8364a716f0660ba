import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies an extension and lets its popup, or another page, tell when it became usable. A debugger could not: it attaches when the popup is open,
 * which is too late, and slows it.
 */
export function addProbe(extension: string, copy: string, pageName = 'popup.html'): string {
  cpSync(extension, copy, { recursive: true });
  copyFileSync(join(import.meta.dirname, 'pages/interactive-probe.js'), join(copy, 'interactive-probe.js'));
  const page = join(copy, pageName);
  const html = readFileSync(page, 'utf8').replace('<head>', '<head><script src="/interactive-probe.js"></script>');
  writeFileSync(page, html);
  return copy;
}
