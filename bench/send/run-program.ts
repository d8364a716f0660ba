import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** ms; some programs wait for ever when something is asked of them. */
const patience = 60_000;

/** Runs a program to its end, with nothing to read. @throws Error with its last words when it fails */
export async function runProgram(program: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
    timeout: patience,
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-300);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${words.trim()}`);
}
