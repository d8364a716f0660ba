import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from './desk.ts';
import type { Victim } from './plan.ts';

/** ms after which Chromium kills a companion whose port was closed (measured: 1.8 to 2.3 s). */
const chromiumKillsAfter = 2000;

/** Takes a victim away, as its fate is in real life. */
export async function strike(victim: Victim, desk: Desk, dataDir: string): Promise<void> {
  const old = desk.companion();
  const courier = courierOf(dataDir, desk.item().id);
  if (victim === 'companion' || victim === 'both') old.process.kill('SIGKILL');
  if ((victim === 'courier' || victim === 'both') && courier !== undefined) kill(courier);
  if (victim === 'browser') void old.leave();
  if (victim !== 'worker') return;
  void old.leave();
  setTimeout(() => old.process.kill('SIGKILL'), chromiumKillsAfter).unref();
  await desk.restart();
}

/** Whoever holds the mail's lock, unless that is a companion. */
function courierOf(dataDir: string, id: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'locks', id), 'utf8').split(' ')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('\0courier') ? pid : undefined;
  } catch {
    return undefined; // nobody holds it yet, or any more
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself in this moment
  }
}
