import type { PrintProblem } from '../../../domain/print-problem.ts';
import { maxSnapshot } from '../../../protocol/limits.ts';
import { type Assets, openAssets } from './assets.ts';
import type { OpenElements } from './nesting.ts';
import { Refusal } from './refusal.ts';
import { scriptAnimations } from './script-animations.ts';
import { openSprites, type Sprites } from './sprites.ts';

/** ms for the walk over the page, which must be one moment: meanwhile the page stands still. */
const walkMs = 4000;

/** What all parts of one snapshot share. */
export type Job = {
  assets: Assets;
  sprites: Sprites;
  problems: Set<PrintProblem>;
  external: boolean;
  /** Undefined where elements stay as a parser puts them. */
  open: OpenElements | undefined;
  /** Declarations that hold besides an element's own `style`. */
  animated(element: Element): string;
  /** A document inside the page, as HTML. */
  documentText(page: Document): Promise<string>;
  /** Counts what is written. @throws Refusal `page-too-big` when it is too much, or takes too long */
  count(characters: number): void;
  /** Ends the counting of time: what follows waits for the network, not for us. */
  walked(): void;
};

export function openJob(documentText: (page: Document, job: Job) => Promise<string>): Job {
  const deadline = performance.now() + walkMs;
  let written = 0;
  let calls = 0;
  let walking = true;
  const problems = new Set<PrintProblem>();
  const animations = new Map<Document, Map<Element, string>>();
  const assets = openAssets();
  const job: Job = {
    assets,
    sprites: openSprites(assets, problems),
    problems,
    external: false,
    open: undefined,
    animated(element) {
      const page = element.ownerDocument;
      const styles = animations.get(page) ?? scriptAnimations(page);
      animations.set(page, styles);
      return styles.get(element) ?? '';
    },
    documentText: (page) => documentText(page, job),
    count(characters) {
      written += characters;
      const late = walking && ++calls % 256 === 0 && performance.now() > deadline;
      if (written > maxSnapshot || late) throw new Refusal('page-too-big');
    },
    walked() {
      walking = false;
    },
  };
  return job;
}
