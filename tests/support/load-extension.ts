import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { root } from '../../scripts/demo/workplace.ts';

/** Loads the built extension over the one that runs, or that crashed. */
export async function loadExtension(context: BrowserContext): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('the browser is gone');
  // Not in Playwright's protocol types yet.
  const send = cdp.send.bind(cdp) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.loadUnpacked', { path: join(root, '.output/chrome-mv3') });
  await cdp.detach();
}
