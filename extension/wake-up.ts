import { browser } from 'wxt/browser';
import type { OutboxItem } from '../domain/outbox.ts';
import { untilNext } from '../domain/outbox-due.ts';

/** Wakes the worker while mails are unfinished: for what becomes due, and for results that got lost. */
export const dispatchAlarm = 'tabpost:dispatch';

/** ms; alarms come no finer than that, timers end with the worker. */
const alarmEvery = 60_000;

export type WakeUp = {
  /** Makes sure that `run` is called when the next of these mails is due, and every minute while one is unfinished. */
  plan(unfinished: OutboxItem[]): Promise<void>;
};

/**
 * A timer for the near future, an alarm for a worker that dies before it. Browsers forget alarms at a restart, so both are made again at
 * every run. The timer counts by the monotonic clock: setting the clock of the computer does not move it.
 */
export function createWakeUp(run: () => void): WakeUp {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    async plan(unfinished) {
      clearTimeout(timer);
      if (unfinished.length === 0) return void (await browser.alarms.clear(dispatchAlarm));
      const wait = untilNext(unfinished, Date.now());
      if (wait !== undefined && wait > 0 && wait < alarmEvery) timer = setTimeout(run, wait);
      await browser.alarms.create(dispatchAlarm, { periodInMinutes: 1 });
    },
  };
}
