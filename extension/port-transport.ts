import type { Browser } from 'wxt/browser';
import type { FailureCode } from '../domain/failure.ts';
import type { Transport } from '../protocol/rpc.ts';

/** A browser port (between pages, or to the companion) as a Transport. `why` reads the reason of a close. */
export function portTransport(
  port: Browser.runtime.Port,
  why: () => FailureCode | undefined = () => undefined,
): Transport {
  return {
    send: (frame) => port.postMessage(frame),
    onFrame: (receive) => port.onMessage.addListener((frame: unknown) => receive(frame)),
    onClose: (closed) => port.onDisconnect.addListener(() => closed(why())),
  };
}
