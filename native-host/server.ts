import { TabpostError } from '../domain/failure.ts';
import { native } from '../protocol/native.ts';
import type { Transport } from '../protocol/rpc.ts';
import { type Handlers, serve } from '../protocol/rpc-server.ts';
import { agreedProtocol } from './agreed-protocol.ts';
import { cancel } from './delivery/cancel.ts';
import { linkCourier } from './delivery/courier-link.ts';
import { knownOutcomes } from './delivery/known-outcomes.ts';
import { settleAll } from './delivery/settle.ts';
import { submit } from './delivery/submit.ts';
import { watchJournal } from './delivery/watch-journal.ts';
import { log } from './log.ts';
import { dropAbandonedPrintFolders } from './print/print-folder.ts';
import { receivePage } from './print/receive-page.ts';
import { createProbes } from './probe/probes.ts';
import { copyServers } from './secrets/copy-servers.ts';
import { version } from './version.ts';

/** Serves the contract of protocol/native.ts to one extension. `session` says whether it was greeted already. */
export function startServer(transport: Transport, session: { greeted: boolean }): void {
  const courier = linkCourier(__filename, (progress) => server.emit('progress', progress));
  const probes = createProbes((news) => server.emit('probe-step', news));
  const handlers: Handlers<typeof native> = {
    ping: () => ({}),
    hello: ({ protocol: [lowest, highest] }) => hello(lowest, highest),
    submit: ({ secret, ...job }) => submit(job, courier, secret),
    cancel: ({ id, attempt }) => cancel(id, attempt),
    outcome: async ({ ids }) => ({ outcomes: await knownOutcomes(ids) }),
    saveSecret: async ({ owner, secret, ...use }) => {
      await (await secrets()).saveSecret(owner, secret, use);
      return { store: use.store };
    },
    hasSecret: async ({ owner, copyServer }) => {
      const store = await (await secrets()).whereSaved(owner);
      const confirmed = copyServer && { confirmed: copyServers.isConfirmed(owner, copyServer) };
      return { saved: store !== undefined, ...(store && { store }), ...confirmed };
    },
    discover: async ({ domain }) => {
      const found = await (await import('./discover.ts')).discover(domain);
      return found ? { found } : {};
    },
    dropSecret: async ({ owner }) => {
      await (await secrets()).dropSecret(owner);
      return {};
    },
    probe: (request) => probes.start(request),
    cancelProbe: ({ id }) => probes.cancel(id),
    warmPrinter: async () => {
      (await printer()).warmPrinter();
      return {};
    },
    print: (order) => receivePage(order, async (page) => (await printer()).printPage(page, order)),
  };

  const server = serve(native, guarded(handlers), transport);
  transport.onClose(() => void printing?.then(({ closePrinter }) => closePrinter()));
  log('start', { version });
  // None of these may keep new mails from being taken: what is not settled or watched now is asked for later.
  tolerate('settle-failed', settleAll);
  tolerate('copies-failed', courier.resumeCopies);
  tolerate('sweep-failed', dropAbandonedPrintFolders);
  tolerate('watch-failed', () => watchJournal((outcome) => server.emit('outcome', outcome)));

  function hello(lowest: number, highest: number) {
    const agreed = agreedProtocol(lowest, highest);
    if (typeof agreed !== 'number') throw new TabpostError(agreed);
    session.greeted = true;
    return { protocol: agreed, version };
  }

  function guarded(all: Handlers<typeof native>): Handlers<typeof native> {
    const open = ['ping', 'hello'];
    const entries = Object.entries(all).map(([name, handler]) => [
      name,
      (request: never) => {
        if (!session.greeted && !open.includes(name))
          throw new TabpostError('request-invalid', { detail: 'hello first' });
        return (handler as (request: never) => unknown)(request);
      },
    ]);
    return Object.fromEntries(entries);
  }
}

function secrets() {
  return import('./secrets/index.ts');
}

let printing: Promise<typeof import('./print/index.ts')> | undefined;

function printer() {
  printing ??= import('./print/index.ts');
  return printing;
}

function tolerate(name: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    log(name, { code: (error as NodeJS.ErrnoException).code });
  }
}
