import { i18n } from '#i18n';

/** The place of a PDF that is on its way. */
export function CapturingCard() {
  return (
    <div className="flex items-center gap-3 rounded-card border border-line bg-raised p-3">
      <span className="h-14 w-10 motion-safe:animate-pulse rounded-tag bg-line" />
      <div>
        <p className="font-semibold">{i18n.t('card.capturing')}</p>
        <p className="text-hint text-dim">{i18n.t('card.capturingHint')}</p>
      </div>
    </div>
  );
}
