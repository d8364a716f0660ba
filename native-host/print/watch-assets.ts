import type { Cdp } from './cdp.ts';

/** Watches whether what the page shows of other sites really comes. */
export async function watchAssets(cdp: Cdp, session: string): Promise<{ missed(): boolean }> {
  let missed = false;
  cdp.onEvent((method, params, sessionId) => {
    if (sessionId !== session) return;
    if (method === 'Network.loadingFailed') missed ||= params.canceled !== true;
    const status = (params.response as { status?: number } | undefined)?.status ?? 0;
    if (method === 'Network.responseReceived') missed ||= status >= 400;
  });
  await cdp.send('Network.enable', {}, session);
  return { missed: () => missed };
}
