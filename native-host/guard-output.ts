type Write = typeof process.stdout.write;

/** Sends bytes to the browser; `onGone` is called once when nobody reads them any more. */
export type Output = { write(bytes: Uint8Array): void; onGone(gone: () => void): void };

/**
 * Takes the real stdout for the frame writer alone: one stray byte on it and the browser kills the port (measured).
 * What `console` or a library prints is counted in the log instead; its text is not kept, for it could be anything.
 */
export function guardOutput(): Output {
  const real = process.stdout;
  const write = real.write.bind(real);
  real.write = divert('stdout');
  process.stderr.write = divert('stderr');
  return {
    write: (bytes) => void write(bytes),
    onGone: (gone) => void real.once('error', gone).on('error', () => {}), // EPIPE: the browser closed its end
  };
}

function divert(name: string): Write {
  return ((text: string | Uint8Array, ...rest: unknown[]) => {
    void import('./log.ts').then(({ log }) => log('stray-output', { stream: name, length: text.length }));
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  }) as Write;
}
