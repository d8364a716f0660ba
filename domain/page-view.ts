import { z } from './schema.ts';

const pixels = z.int().check(z.gte(1), z.lte(20_000));

/**
 * The window a page is shown in. Print depends on it: sticky parts are printed where the window holds them, and scrolled boxes are as
 * high as they are in it.
 */
export const pageViewSchema = z.strictObject({
  /** CSS pixels, with the scroll bar. */
  width: pixels,
  height: pixels,
  /** Pixels of the screen to one of CSS; zoom counts. */
  density: z.number().check(z.gte(0.1), z.lte(10)),
});

export type PageView = z.infer<typeof pageViewSchema>;
