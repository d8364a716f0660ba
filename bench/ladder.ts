import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ProbeSummary } from '../domain/probe.ts';
import { ensureProgram } from '../scripts/set-up.mjs';
import { type Postfix, startPostfix } from '../tests/support/postfix.ts';
import type { Bench } from './bench.ts';
import { installCompanion } from './installed-companion.ts';
import { interleave } from './interleave.ts';
import { type LaunchedCompanion, launchCompanion } from './launched-companion.ts';
import { judge } from './result.ts';

const sender = 'u@test.example';

/**
 * The connection test of a running companion up to RCPT TO, against a healthy Postfix on this computer with STARTTLS and login; beside
 * swaks doing the same. swaks starts anew each time, as it does for whoever tests with it.
 */
export const ladder: Bench = {
  names: ['ladder'],
  async run() {
    const [postfixProgram, swaks] = [ensureProgram('postfix'), ensureProgram('swaks')];
    if (!postfixProgram || !swaks) throw new Error('Postfix and swaks are needed, and root to run Postfix');
    await using stack = new AsyncDisposableStack();
    const postfix = await startPostfix(postfixProgram);
    stack.defer(() => postfix.stop());
    const installed = installCompanion();
    stack.defer(installed.remove);
    const companion = launchCompanion(installed.program);
    stack.defer(companion.leave);
    await companion.hello();
    const { ours, ...peers } = await interleave(15, {
      ours: () => timed(() => probe(companion, postfix)),
      'swaks --quit-after RCPT': () => timed(() => ask(swaks, postfix)),
    });
    return [judge({ name: 'ladder', unit: 'ms', ours, peers, goal: 1.5, goalOf: 'ratio' })];
  },
};

async function timed(run: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

async function probe({ client }: LaunchedCompanion, { port, certificate, login }: Postfix): Promise<void> {
  const settings = { host: '127.0.0.1', port, security: 'tls', pin: certificate.pin } as const;
  const server = { ...settings, authentication: 'password', login: login.user } as const;
  const request = { id: randomUUID(), server, sender, disabled: [], secret: login.pass };
  const { verdict, transcript }: ProbeSummary = await client.call('probe', request);
  if (verdict !== 'passed') throw new Error(transcript);
}

async function ask(swaks: string, { port, login }: Postfix): Promise<void> {
  const server = ['--server', '127.0.0.1', '--port', String(port), '--tls', '--quit-after', 'RCPT'];
  const account = ['--auth', 'PLAIN', '--auth-user', login.user, '--auth-password', login.pass];
  const mail = ['--from', sender, '--to', sender, '--ehlo', 'test.example'];
  const child = spawn(swaks, [...server, ...account, ...mail], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`swaks ended with ${code}`);
}
