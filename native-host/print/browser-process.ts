import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { browserEnv } from './browser-env.ts';
import { removePrintFolder } from './print-folder.ts';

export type BrowserProcess = {
  /** What it takes and says over the pipes 3 and 4. */
  input: Writable;
  output: Readable;
  stderr: Readable;
  exited: Promise<unknown>;
  /** Lets it end by itself for a moment, then ends it; resolves when its folder is gone. */
  close(): Promise<void>;
};

const graceMs = 1500;

/**
 * A shell stays beside the browser: it notices the companion's end by pipe 5 (also a SIGKILL), ends a browser that does not
 * notice it, and removes the folder when the browser is gone. Helper processes of a killed browser outlive it by a moment and
 * may still write there: no shell can wait for them, so it looks again until the folder stays away.
 */
const guardian = `
folder=$1 stays=$2; shift 2
"$@" 5<&- & browser=$!
{ read -r _ <&5; sleep 1; kill -9 $browser; } 3<&- 4>&- 2>/dev/null & watch=$!
exec 3<&- 4>&-
wait $browser
for _ in 1 2 3 4 5 6 7 8 9 10; do
  test $stays = folder-goes || break
  rm -rf "$folder" 2>/dev/null && sleep 0.3 && test ! -e "$folder" && break
done
kill $watch 2>/dev/null`;

/**
 * Starts a browser whose everything lies in this folder.
 * @param fate `folder-stays` when there is a file to be read once the browser has ended; then `close` removes it
 */
export function startBrowserProcess(
  command: string[],
  folder: string,
  fate: 'folder-goes' | 'folder-stays' = 'folder-goes',
): BrowserProcess {
  const guarded = ['/bin/sh', '-c', guardian, 'sh', folder, fate, ...command];
  const child = start(process.platform === 'win32' ? command : guarded, folder);
  const [, , stderr, input, output, leash] = child.stdio as unknown as [
    null,
    null,
    Readable,
    Writable,
    Readable,
    Writable,
  ];
  for (const pipe of [input, leash]) pipe.on('error', () => {}); // it ended first; `exited` tells
  const exited = once(child, 'exit');
  exited.catch(() => {}); // a program that cannot be started: told where it is awaited
  let closing: Promise<void> | undefined;

  const close = async () => {
    input.end();
    const kill = setTimeout(() => killAll(child), graceMs);
    await exited.catch(() => undefined);
    clearTimeout(kill);
    leash.end();
    removePrintFolder(folder); // the guardian's work where there is none, or it was killed too
  };
  return {
    input,
    output,
    stderr,
    exited,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function start([program = '', ...args]: string[], folder: string): ChildProcess {
  return spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: browserEnv(process.env),
    cwd: folder,
    detached: process.platform !== 'win32', // a group of its own: it can be ended as a whole
    windowsHide: true,
  });
}

function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has just ended
  }
}
