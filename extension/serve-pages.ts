import { browser } from 'wxt/browser';
import type { Handlers } from '../protocol/rpc-server.ts';
import { serve } from '../protocol/rpc-server.ts';
import { backgroundPort, type Runtime, runtime } from '../protocol/runtime.ts';
import { portTransport } from './port-transport.ts';

let popups = 0;

/** Popups that are open now: each has a port to here from its first breath. The same page in a tab or panel may be out of sight. */
export function openPopups(): number {
  return popups;
}

/** Answers the extension's own pages and nobody else: a script inside a web page has our id too, but not our address. */
export function servePages(handlers: Handlers<Runtime>): void {
  browser.runtime.onConnect.addListener((port) => {
    const { id, url = '' } = port.sender ?? {};
    const own = id === browser.runtime.id && url.startsWith(browser.runtime.getURL('/'));
    if (port.name !== backgroundPort || !own) return port.disconnect();
    if (url === browser.runtime.getURL('/popup.html')) {
      popups++;
      port.onDisconnect.addListener(() => popups--);
    }
    serve(runtime, handlers, portTransport(port));
  });
}
