/** Reads that follow one another: `look` reads and tells, but a slow read never undoes a later one; after `stop` nothing is told. */
export type NewestRead = { look(): void; stop(): void };

/** @param read when it rejects, the error stays unhandled: who expects one turns it into a value */
export function newestRead<Value>(read: () => Promise<Value>, told: (value: Value) => void): NewestRead {
  let order = 0;
  const readAndTell = async () => {
    const turn = ++order;
    const value = await read();
    if (turn === order) told(value);
  };
  return {
    look: () => void readAndTell(),
    stop() {
      order = Number.NaN; // which equals nothing, not even itself
    },
  };
}
