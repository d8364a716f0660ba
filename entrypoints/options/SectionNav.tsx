import { i18n } from '#i18n';
import type { SectionId } from './sections.ts';
import { sections } from './sections.ts';

export function SectionNav({ current }: { current: SectionId }) {
  return (
    <nav aria-label={i18n.t('options.nav')}>
      <ul className="flex flex-wrap gap-1 md:grid">
        {sections.map(({ id, label, icon: Icon }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'page' : undefined}
              className="flex min-h-9 items-center gap-2 rounded-control px-3 md:gap-3 text-dim hover:bg-accent-soft hover:text-fg aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-fg"
            >
              <Icon size={18} strokeWidth={1.8} aria-hidden className="shrink-0" />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
