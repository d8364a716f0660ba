import { kill } from '../support/kill.ts';
import { courierOf } from './courier-of.ts';
import type { Desk } from './desk.ts';

/**
 * Companion and courier die by SIGKILL. A `played worker`: its port closes, a new one asks at once, and the browser kills the old
 * companion two seconds later; a `played browser`: the port closes and nobody kills. The real ones die on the browser's stage.
 */
export const deskVictims = ['companion', 'courier', 'both', 'played worker', 'played browser'] as const;
export type DeskVictim = (typeof deskVictims)[number];

/** ms after which Chromium kills a companion whose port was closed (measured: 1.8 to 2.3 s). */
const chromiumKillsAfter = 2000;

/** Takes a victim away, as its fate is in real life. */
export async function strike(victim: DeskVictim, desk: Desk | undefined, dataDir: string): Promise<void> {
  if (!desk) return; // nothing was begun yet
  const old = desk.companion();
  const courier = courierOf(dataDir, desk.item().id);
  if (victim === 'companion' || victim === 'both') old.process.kill('SIGKILL');
  if ((victim === 'courier' || victim === 'both') && courier !== undefined) kill(courier);
  if (victim === 'played browser') void old.leave();
  if (victim !== 'played worker') return;
  void old.leave();
  setTimeout(() => old.process.kill('SIGKILL'), chromiumKillsAfter).unref();
  await desk.restart();
}
