/** Half of a frame: a page that works longer at a stretch drops frames and letters typed. */
const sliceMs = 8;

/** Runs long work piece by piece, so that typing, drawing and answering go on between its `yield`s. */
export async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTask();
  }
}

/** A message to oneself comes after what is waiting already, without the delay timers have. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
