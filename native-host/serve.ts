import type { Transport } from '../protocol/rpc.ts';
import { greet } from './greeting.ts';
import type { Output } from './guard-output.ts';
import { stdioTransport } from './stdio.ts';

/** ms after which a program that nobody listens to ends even if something still holds it. Browsers kill it after two to three seconds. */
const graceAfterClose = 1500;

/**
 * Serves one browser. Only what a first `hello` needs is loaded at once (start-up is what the user waits for);
 * the contract, its handlers and all of delivery come with the first frame that needs them, and cost 15 MB.
 */
export function serve(output: Output): void {
  const transport = stdioTransport(process.stdin, output);
  const early: unknown[] = [];
  const session = { greeted: false };
  let deliver: ((frame: unknown) => void) | undefined;
  const closers: Parameters<Transport['onClose']>[0][] = [];
  let loading: Promise<void> | undefined;

  const contract: Transport = {
    send: transport.send,
    onFrame: (receive) => {
      deliver = receive;
    },
    onClose: (closed) => void closers.push(closed),
  };
  const load = () => {
    loading ??= import('./server.ts').then(({ startServer }) => {
      startServer(contract, session);
      for (const frame of early.splice(0)) deliver?.(frame);
    }, fail);
  };

  transport.onFrame((frame) => {
    if (deliver && early.length === 0) return deliver(frame);
    const greeting = early.length === 0 ? greet(frame) : undefined;
    if (!greeting) early.push(frame);
    else transport.send(greeting.reply);
    session.greeted ||= greeting?.hello ?? false;
    if (!greeting) load();
  });
  transport.onClose((reason) => {
    void Promise.resolve(loading).then(() => {
      for (const closed of closers) closed(reason);
    });
    setTimeout(() => process.exit(), graceAfterClose).unref();
  });
}

function fail(error: unknown): void {
  process.exitCode = 1;
  process.stdin.destroy();
  throw error;
}
