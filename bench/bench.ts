import type { Result } from './result.ts';

export type Bench = {
  /** Names of the results it gives. */
  names: string[];
  run(tools: Tools): Promise<Result[]>;
};

export type Tools = {
  /** Path of the browser. @throws Error where there is none */
  chromium(): string;
  /** Path of Postfix, to be run as root. @throws Error where there is none */
  postfix(): string;
};
