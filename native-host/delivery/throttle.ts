/** Passes on the first call and then at most one in `ms`; what comes between is dropped. */
export function throttle<Args extends unknown[]>(ms: number, call: (...args: Args) => void): (...args: Args) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...args) => {
    const now = performance.now();
    if (now - last < ms) return;
    last = now;
    call(...args);
  };
}
