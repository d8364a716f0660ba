/** ms of silence that end a step (RFC 5321 4.5.3.2): a reply to a command, progress of the data, the reply to the final dot. */
export const patience = { connection: 15_000, greeting: 30_000, command: 60_000, data: 180_000, answer: 600_000 };

export type Step = keyof typeof patience;

export type Watchdog = {
  /** Starts waiting anew, for as long as this step may take. */
  wait(step: Step): void;
  stop(): void;
};

/** @param onSilence is told the step that took too long */
export function createWatchdog(onSilence: (step: Step) => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    stop,
    wait(step) {
      stop();
      timer = setTimeout(() => onSilence(step), patience[step]);
    },
  };
}
