import { spawn } from 'node:child_process';
import { ownEnvironment, root } from './set-up.mjs';

/**
 * Runs one of the project's tools to its end.
 * @param {string[]} command tool and arguments
 * @param {{ quiet?: boolean, env?: Record<string, string> }} options `quiet` collects what it prints instead of showing it
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runTool([tool, ...args], { quiet = false, env = {} } = {}) {
  const done = Promise.withResolvers();
  const child = spawn(tool, args, {
    cwd: root,
    env: ownEnvironment(env),
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  child.on('error', done.reject);
  child.on('close', (code) => done.resolve({ ok: code === 0, output }));
  return done.promise;
}
