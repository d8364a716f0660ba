/**
 * All by SIGKILL but the `worker`, which the browser stops as it does for want of memory (its companion dies with it, two seconds later).
 * `extension process`: the worker and all pages of the extension. `everything`: browser, companion and courier at once.
 */
export const browserVictims = ['worker', 'browser', 'extension process', 'everything', 'courier', 'companion'] as const;
export type BrowserVictim = (typeof browserVictims)[number];
