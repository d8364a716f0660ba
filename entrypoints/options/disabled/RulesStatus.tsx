import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import type { RuleList } from '../form/add-rules.ts';
import type { RulesNews } from './use-rules.ts';

type Props = { news: RulesNews | undefined; onUndo: (before: RuleList) => void };

/** More would be a list of its own. */
const maxNamed = 5;

/** What the last change did, with a way back from a removal. */
export function RulesStatus({ news, onUndo }: Props) {
  return (
    <div role="status" className="mt-2 flex min-h-6 flex-wrap items-center gap-2 text-hint text-dim wrap-anywhere">
      {news?.kind === 'added' && <p dir="auto">{addedText(news)}</p>}
      {news?.kind === 'removed' && (
        <>
          <p dir="auto">{i18n.t('disabled.removed', { rule: news.rule })}</p>
          <Button look="link" onClick={() => onUndo(news.before)}>
            {i18n.t('disabled.undo')}
          </Button>
        </>
      )}
    </div>
  );
}

function addedText({ added, known, unreadable }: Extract<RulesNews, { kind: 'added' }>): string {
  const parts = [
    added > 0 && i18n.t('disabled.added', added),
    known.length === 1 && i18n.t('disabled.known', { rule: known[0] ?? '' }),
    known.length > 1 && i18n.t('disabled.knownMany', known.length),
    unreadable.length > 0 && i18n.t('disabled.unreadableMany', unreadable.length, { texts: named(unreadable) }),
  ];
  return parts.filter(Boolean).join(' ');
}

function named(texts: string[]): string {
  const shown = texts.slice(0, maxNamed).map((text) => text.slice(0, 60));
  return [...shown, ...(texts.length > maxNamed ? ['…'] : [])].join(' · ');
}
