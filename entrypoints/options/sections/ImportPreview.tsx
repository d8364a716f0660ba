import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { Settings } from '../../../domain/settings.ts';
import { settingsChanges } from '../../../domain/settings-changes.ts';
import { lostRules } from '../../../domain/settings-file.ts';
import { fieldName } from '../field-name.ts';
import { fieldValue } from '../field-value.ts';

type Props = { file: string; before: Settings; after: Settings; onTake: () => void; onCancel: () => void };

/** Everything an import would change. Rules it takes from the disabled list are named, also on the button. */
export function ImportPreview({ file, before, after, onTake, onCancel }: Props) {
  const changes = settingsChanges(before, after);
  const lost = lostRules(before.disabled, after.disabled);
  const fresh = lostRules(after.disabled, before.disabled);
  const isSame = changes.length + lost.length + fresh.length === 0;
  return (
    <section aria-label={i18n.t('settingsFile.preview', { file })} className="grid gap-2 rounded-card bg-sunken p-3">
      <h4 className="font-semibold wrap-anywhere">{i18n.t('settingsFile.preview', { file })}</h4>
      {isSame && <p>{i18n.t('settingsFile.same')}</p>}
      <ul className="grid list-disc gap-1 ps-5 text-hint wrap-anywhere">
        {changes.map(({ path, before: old, after: now }) => (
          <li key={path}>
            <bdi>
              {i18n.t('settingsFile.change', {
                field: fieldName(path),
                before: fieldValue(path, old),
                after: fieldValue(path, now),
              })}
            </bdi>
          </li>
        ))}
        {fresh.length > 0 && <li>{i18n.t('settingsFile.newRules', fresh.length)}</li>}
      </ul>
      {lost.length > 0 && (
        <Notice tone="warn" title={i18n.t('settingsFile.lostRules', lost.length, { rules: lost.join(', ') })} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onTake} disabled={isSame}>
          {lost.length > 0 ? i18n.t('settingsFile.takeAnyway') : i18n.t('settingsFile.take')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('settingsFile.cancel')}</Button>
      </div>
    </section>
  );
}
