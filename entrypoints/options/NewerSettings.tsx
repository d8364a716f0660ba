import { i18n } from '#i18n';
import { useStored } from '../../components/use-stored.ts';
import { readableFields } from '../../domain/settings-changes.ts';
import { storedSettings } from '../../extension/storage/settings.ts';
import { fieldName } from './field-name.ts';
import { fieldValue } from './field-value.ts';

/** What a newer version stored, to be read and copied: a version that does not know it must not change it. */
export function NewerSettings() {
  const stored = useStored(storedSettings);
  if (stored.state !== 'ready') return null;
  return (
    <section aria-label={i18n.t('newerSettings.heading')} className="mt-4">
      <h2 className="text-section font-semibold">{i18n.t('newerSettings.heading')}</h2>
      <p className="mb-2 text-dim">{i18n.t('newerSettings.text')}</p>
      <dl className="border-b border-line">
        {readableFields(stored.value).map(([path, value]) => (
          <div key={path} className="grid gap-1 border-t border-line py-2 sm:grid-cols-[240px_1fr] sm:gap-4">
            <dt className="wrap-anywhere text-dim">
              <bdi>{fieldName(path)}</bdi>
            </dt>
            <dd className="wrap-anywhere">
              <bdi>{fieldValue(path, value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
