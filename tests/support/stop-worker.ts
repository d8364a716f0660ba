import type { BrowserContext } from 'playwright';
import { chromiumId } from '../../protocol/identity.ts';

/** Stops the extension's worker as the browser does when it needs the memory; nothing happens while none runs. */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('the browser is gone');
  const { targetInfos } = await cdp.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(chromiumId));
  if (worker) await cdp.send('Target.closeTarget', { targetId: worker.targetId });
  await cdp.detach();
}
