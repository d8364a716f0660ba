import { readFileSync } from 'node:fs';

/**
 * Memory of a running process as Linux counts it, in MB (10^6 bytes): `VmRSS` now, `VmHWM` the most it ever had.
 * @throws Error on other systems, or when the process is gone
 */
export function memoryOf(pid: number, kind: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kibibytes === undefined) throw new Error(`process ${pid} tells no ${kind}`);
  return (Number(kibibytes) * 1024) / 1e6;
}
