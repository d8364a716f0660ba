import { i18n } from '#i18n';

const labels = [i18n.t('welcome.companionStep'), i18n.t('welcome.serverStep')];

export function Steps({ current }: { current: number }) {
  return (
    <ol aria-label={i18n.t('welcome.steps')} className="grid grid-cols-2 gap-2">
      {labels.map((label, index) => (
        <li
          key={label}
          aria-current={index === current ? 'step' : undefined}
          className={`border-t-4 pt-2 ${index <= current ? 'border-accent' : 'border-line'} ${index === current ? 'font-semibold' : 'text-dim'}`}
        >
          {index + 1}. {label}
        </li>
      ))}
    </ol>
  );
}
