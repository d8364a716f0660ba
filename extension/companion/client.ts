import { TabpostError } from '../../domain/failure.ts';
import { version } from '../../package.json';
import { protocolRange } from '../../protocol/limits.ts';
import { type Native, native } from '../../protocol/native.ts';
import { type Client, createClient } from '../../protocol/rpc-client.ts';
import { connectCompanion } from './port.ts';

export type Companion = {
  call: Client<Native>['call'];
  /** Connects if need be and says hello. @returns the companion's version */
  hello(): Promise<string>;
  /** Events of whichever connection is open. */
  onEvent: Client<Native>['onEvent'];
  /** The connection was lost while it was not asked to close. */
  onLost(lost: () => void): void;
};

type Session = { client: Client<Native>; close: () => void; version: string };

/** An open port keeps a process of some 45 MB alive: without work it is closed after this time. */
const idleMs = 5 * 60_000;

/** The one connection to the companion: opened at the first call, agreed on by hello, opened again after a loss. */
export function createCompanion(isBusy: () => Promise<boolean>): Companion {
  const eventListeners: { name: string; receive: (body: unknown) => void }[] = [];
  const lostListeners: (() => void)[] = [];
  let session: Promise<Session> | undefined;
  let running = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  return {
    async call(name, request, options) {
      running++;
      try {
        const { client } = await open();
        return await client.call(name, request, options);
      } finally {
        running--;
        closeWhenIdle();
      }
    },
    async hello() {
      const { version: companionVersion, client } = await open();
      await client.call('ping', {}).finally(closeWhenIdle);
      return companionVersion;
    },
    onEvent: (name, receive) => void eventListeners.push({ name, receive }),
    onLost: (lost) => void lostListeners.push(lost),
  };

  function open(): Promise<Session> {
    if (session) return session;
    const opening = start(() => {
      if (session !== opening) return;
      session = undefined;
      for (const lost of lostListeners) lost();
    });
    session = opening;
    opening.then(
      ({ client }) => {
        for (const { name, receive } of eventListeners) client.onEvent(name, receive);
      },
      () => {
        if (session === opening) session = undefined;
      },
    );
    return opening;
  }

  function closeWhenIdle(): void {
    clearTimeout(idle);
    idle = setTimeout(async () => {
      if ((await isBusy()) || running > 0) return closeWhenIdle();
      const current = session;
      session = undefined;
      (await current)?.close();
    }, idleMs);
  }
}

async function start(closed: () => void): Promise<Session> {
  const port = connectCompanion();
  const client = createClient(native, port);
  const { min, max } = protocolRange;
  const hello = await client.call('hello', { protocol: [min, max], version }).catch((error: unknown) => {
    port.close();
    throw error;
  });
  if (hello.protocol < min) throw new TabpostError('companion-outdated', { detail: hello.version });
  if (hello.protocol > max) throw new TabpostError('extension-outdated', { detail: hello.version });
  port.onClose(closed); // only now: a companion that never answered was not lost
  return { client, close: port.close, version: hello.version };
}
