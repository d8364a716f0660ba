import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useStored } from '../../../components/use-stored.ts';
import { advice } from '../../../extension/advice.ts';
import { autoStoreTrouble } from '../../../extension/storage/auto-store-trouble.ts';

/** Why the recipients of the last mail are not in the list. */
export function AutoStoreNotice() {
  const trouble = useStored(autoStoreTrouble);
  if (trouble.state !== 'ready' || !trouble.value) return null;
  const { text } = advice(trouble.value);
  return (
    <div className="mb-4">
      <FailureNotice failure={trouble.value} advice={{ title: i18n.t('addresses.notStored'), text }} tone="warn" />
    </div>
  );
}
