import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of the running companions and couriers with this data folder; none where the system does not list its processes in `/proc`. */
export function companionProcesses(dataDir: string): { companions: number[]; couriers: number[] } {
  const pids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const ours = pids
    .map((pid) => ({ pid: Number(pid), args: read(pid, 'cmdline') }))
    .filter(({ args }) => args.some((arg) => arg.endsWith('tabpost.cjs')))
    .filter(({ pid }) => read(String(pid), 'environ').includes(`TABPOST_DATA_DIR=${dataDir}`));
  const those = (courier: boolean) =>
    ours.filter(({ args }) => args.includes('courier') === courier).map(({ pid }) => pid);
  return { companions: those(false), couriers: those(true) };
}

function read(pid: string, list: 'cmdline' | 'environ'): string[] {
  try {
    return readFileSync(join('/proc', pid, list), 'utf8').split('\0');
  } catch {
    return []; // ended meanwhile, or another user's
  }
}
