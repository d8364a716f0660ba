import { i18n } from '#i18n';
import type { PrintProblem } from '../domain/print-problem.ts';
import { Notice } from './Notice.tsx';

/** What a printed page could not carry: its reader looks before it is sent. */
export function PrintNote({ problems }: { problems: PrintProblem[] }) {
  const words: Record<PrintProblem, string> = {
    asset: i18n.t('print.asset'),
    canvas: i18n.t('print.canvas'),
    frame: i18n.t('print.frame'),
    font: i18n.t('print.font'),
    embedded: i18n.t('print.embedded'),
  };
  return (
    <Notice tone="warn" title={i18n.t('print.lacking')}>
      {problems.map((problem) => (
        <p key={problem}>{words[problem]}</p>
      ))}
    </Notice>
  );
}
