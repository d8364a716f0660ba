import type { Job } from './job.ts';

/** Text in the making: parts that wait for the network keep their place. */
export type Pieces = {
  add(text: string): void;
  later(text: Promise<string>): void;
  /** @throws Refusal `page-too-big` */
  join(): Promise<string>;
};

export function makePieces(job: Job): Pieces {
  const parts: (string | Promise<string>)[] = [];
  let buffer = '';
  return {
    add(text) {
      job.count(text.length);
      buffer += text;
    },
    later(text) {
      const counted = text.then((done) => {
        job.count(done.length);
        return done;
      });
      counted.catch(() => undefined); // told to whoever joins; it may fail before that
      parts.push(buffer, counted);
      buffer = '';
    },
    join: async () => (await Promise.all([...parts, buffer])).join(''),
  };
}
