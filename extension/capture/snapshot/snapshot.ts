import type { FailureCode } from '../../../domain/failure.ts';
import type { PageView } from '../../../domain/page-view.ts';
import type { PrintProblem } from '../../../domain/print-problem.ts';

/** What the injected script gives back: the page as one HTML text, or why there is none. */
export type Snapshot =
  | {
      html: string;
      title: string;
      problems: PrintProblem[];
      /** Whether it shows something of other sites, which the printing browser has to fetch. */
      external: boolean;
      view: PageView;
    }
  | { refused: FailureCode };
