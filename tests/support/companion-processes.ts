import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of the running companions and couriers with this data folder, by the command lines of all processes. */
export function companionProcesses(dataDir: string): { companions: number[]; couriers: number[] } {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ours = pids
    .map((pid) => ({ pid: Number(pid), args: argumentsOf(pid) }))
    .filter(({ args }) => args.includes(join(dataDir, 'bin', 'tabpost.cjs')));
  const those = (courier: boolean) =>
    ours.filter(({ args }) => args.includes('courier') === courier).map(({ pid }) => pid);
  return { companions: those(false), couriers: those(true) };
}

function argumentsOf(pid: string): string[] {
  try {
    return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split('\0');
  } catch {
    return []; // ended meanwhile, or another user's
  }
}
