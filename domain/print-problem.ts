import { z } from './schema.ts';

/**
 * What a print could not carry, for a note to its reader: `asset` = a picture, font or style sheet that did not come;
 * `canvas` = a drawing the page may not read itself; `frame` = a frame of another site; `font` = fonts a script added;
 * `embedded` = a document or video inside the page.
 */
export const printProblemSchema = z.enum(['asset', 'canvas', 'frame', 'font', 'embedded']);

export type PrintProblem = z.infer<typeof printProblemSchema>;
