/** ms of silence that end a step (RFC 5321 4.5.3.2): a reply to a command, progress of the data, the reply to the final dot. */
export const patience = { command: 60_000, data: 180_000, answer: 600_000 };

export type Watchdog = {
  /** Starts waiting anew, for this long. */
  wait(ms: number): void;
  stop(): void;
};

export function createWatchdog(onSilence: () => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    stop,
    wait(ms) {
      stop();
      timer = setTimeout(onSilence, ms);
    },
  };
}
