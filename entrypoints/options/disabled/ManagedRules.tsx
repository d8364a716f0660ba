import { Lock } from 'lucide-react';
import { i18n } from '#i18n';
import { useManaged } from '../use-managed.ts';

/** Rules that the organisation set: they hold for everybody and cannot be taken out here. */
export function ManagedRules() {
  const { disabled = [] } = useManaged();
  if (disabled.length === 0) return null;
  return (
    <section aria-label={i18n.t('managed.rules')} className="mt-4">
      <h3 className="flex items-center gap-2 text-label font-semibold">
        <Lock size={16} strokeWidth={1.8} aria-hidden className="text-dim" />
        {i18n.t('managed.rules')}
      </h3>
      <ul className="mt-2 max-h-48 overflow-y-auto rounded-control bg-sunken px-3 py-2">
        {disabled.map((rule) => (
          <li key={rule} className="min-h-6 truncate">
            <bdi>{rule}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
