import { setTimeout as wait } from 'node:timers/promises';
import type { PageView } from '../../domain/page-view.ts';
import type { Cdp } from './cdp.ts';
import { paperSize } from './paper-size.ts';
import type { Printed, PrintOrder } from './print-browser.ts';
import { restoreState } from './restore-state.ts';
import { watchAssets } from './watch-assets.ts';

/** ms for what other sites give; a server that never answers must not cost the whole print. */
const foreignMs = 5000;

export type ChromiumTab = {
  print(order: PrintOrder): Promise<Printed>;
  /** Blank again for the next print, without a trace of this one. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

/** A blank page in a context of its own, whose scripts never run. */
export async function openChromiumTab(cdp: Cdp): Promise<ChromiumTab> {
  // Only this context may reach the network: the page's own assets, nothing of the browser's.
  const { browserContextId } = await cdp.send('Target.createBrowserContext', { proxyServer: 'direct://' });
  const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const send = (method: string, params = {}) => cdp.send(method, params, session);
  const [{ frameTree }] = await Promise.all([
    send('Page.getFrameTree'),
    send('Page.enable'),
    send('Emulation.setScriptExecutionDisabled', { value: true }),
  ]);
  const frameId = (frameTree as { frame: { id: string } }).frame.id;
  await keepInPlace(cdp, session, frameId);

  return {
    async print({ page, choices, external, view }) {
      await send(...metricsOf(view));
      const assets = external ? await watchAssets(cdp, session) : undefined;
      const loaded = eventOf(cdp, session, 'Page.loadEventFired');
      await send('Page.setDocumentContent', { frameId, html: page });
      const complete = loaded.then(() => send('Runtime.evaluate', { expression: restoreState, awaitPromise: true }));
      complete.catch(() => undefined); // a browser that ends tells the print, too
      const late = await Promise.race([complete.then(() => false), ...(external ? [tooLong()] : [])]);
      const { width, height } = paperSize(choices);
      const { data } = await send('Page.printToPDF', {
        paperWidth: width,
        paperHeight: height,
        landscape: choices.landscape,
        scale: choices.scale,
        printBackground: choices.backgrounds,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
      });
      return { pdf: Buffer.from(String(data), 'base64'), incomplete: late || (assets?.missed() ?? false) };
    },
    async clear() {
      const blank = eventOf(cdp, session, 'Page.loadEventFired');
      await Promise.all([
        send('Page.navigate', { url: 'about:blank' }),
        cdp.send('Storage.clearCookies', { browserContextId }),
      ]);
      await blank;
    },
    async close() {
      await cdp.send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}

/** As large as the window the page stands in; without one, the browser's own. */
function metricsOf(view: PageView | undefined): [string, object?] {
  if (!view) return ['Emulation.clearDeviceMetricsOverride'];
  const { width, height, density } = view;
  return ['Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: density, mobile: false }];
}

async function tooLong(): Promise<true> {
  await wait(foreignMs, undefined, { ref: false });
  return true;
}

/** Nothing in a page (a refresh, a link that is followed) may lead the tab elsewhere: what is printed is what was handed over. */
async function keepInPlace(cdp: Cdp, session: string, frameId: string): Promise<void> {
  cdp.onEvent((method, params, sessionId) => {
    if (method !== 'Fetch.requestPaused' || sessionId !== session) return;
    const { requestId } = params;
    const refused = params.frameId === frameId;
    const [verdict, more] = refused ? ['failRequest', { errorReason: 'Aborted' }] : ['continueRequest', {}];
    cdp.send(`Fetch.${verdict}`, { requestId, ...more }, session).catch(() => undefined); // the tab is closed already
  });
  await cdp.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }, session);
}

function eventOf(cdp: Cdp, session: string, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = cdp.onEvent((method, _params, sessionId) => {
      if (method !== wanted || sessionId !== session) return;
      stop();
      resolve();
    });
  });
}
