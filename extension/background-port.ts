import { browser } from 'wxt/browser';
import { type Client, createClient } from '../protocol/rpc-client.ts';
import { backgroundPort, type Runtime, runtime } from '../protocol/runtime.ts';
import { portTransport } from './port-transport.ts';

let client: Client<Runtime> | undefined;

/** How a page asks the background for what only the background can do. Connects at the first call, again after a restart. */
export const background: Pick<Client<Runtime>, 'call'> = {
  call: (name, request) => connect().call(name, request),
};

function connect(): Client<Runtime> {
  if (client) return client;
  const port = browser.runtime.connect({ name: backgroundPort });
  port.onDisconnect.addListener(() => {
    client = undefined;
  });
  client = createClient(runtime, portTransport(port));
  return client;
}
