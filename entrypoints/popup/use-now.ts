import { useEffect, useState } from 'react';

/** ms; often enough for a countdown in seconds. */
const every = 250;

/** The time, ms since 1970, going on while something on the screen depends on it. */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, every);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
