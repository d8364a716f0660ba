import { browser } from 'wxt/browser';
import { type Client, createClient } from '../protocol/rpc-client.ts';
import { backgroundPort, type Runtime, runtime } from '../protocol/runtime.ts';
import { portTransport } from './port-transport.ts';

let client: Client<Runtime> | undefined;
const lostListeners = new Set<() => void>();

/** How a page asks the background for what only the background can do. Connects at the first call, again after a restart. */
export const background: Pick<Client<Runtime>, 'call'> = {
  call: async (name, request) => connect().call(name, request),
};

/**
 * For a page that shows a mail on its way: the background looks what became of it, now and again whenever it was stopped in between.
 * Nothing else would wake it before its alarm. Ends with the returned function.
 */
export function followOutcomes(): () => void {
  const look = () => void background.call('reconcile', {}).catch(() => undefined); // its alarm looks, too
  lostListeners.add(look);
  look();
  return () => void lostListeners.delete(look);
}

function connect(): Client<Runtime> {
  if (client) return client;
  const port = browser.runtime.connect({ name: backgroundPort });
  port.onDisconnect.addListener(() => {
    client = undefined;
    for (const lost of lostListeners) lost();
  });
  client = createClient(runtime, portTransport(port));
  return client;
}
