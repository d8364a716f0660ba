import { Plus } from 'lucide-react';
import { i18n } from '#i18n';
import type { Choice } from '../domain/capture.ts';

type Props = {
  heading: string;
  choices: Choice[];
  /** The one being fetched. */
  busy: string | undefined;
  onChoose: (id: string) => void;
  disabled: boolean;
};

/** PDFs the page holds or links to; a click attaches one. */
export function ChoiceList({ heading, choices, busy, onChoose, disabled }: Props) {
  return (
    <section className="grid gap-1" aria-label={heading}>
      <h2 className="text-hint text-dim">{heading}</h2>
      <ul className="grid max-h-36 gap-1 overflow-y-auto">
        {choices.map(({ id, name, url, kind }) => (
          <li key={id}>
            <button
              type="button"
              className="flex min-h-9 w-full items-center gap-2 rounded-control border border-line bg-raised px-3 text-start not-disabled:hover:bg-accent-soft disabled:text-dim"
              title={url.startsWith('data:') ? undefined : url}
              disabled={disabled || busy !== undefined}
              aria-busy={busy === id}
              onClick={() => onChoose(id)}
            >
              <Plus
                size={16}
                strokeWidth={1.8}
                aria-hidden
                className={busy === id ? 'motion-safe:animate-pulse' : ''}
              />
              <span className="min-w-0 flex-1 truncate">
                <bdi>{name || i18n.t('choice.unnamed')}</bdi>
              </span>
              <span className="shrink-0 text-hint text-dim">
                {kind === 'embedded' ? i18n.t('choice.embedded') : i18n.t('choice.link')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
