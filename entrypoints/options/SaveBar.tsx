import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import type { SaveMessage } from './use-settings-form.ts';

type Props = { message: SaveMessage | undefined; onCancel: () => void };

/** OK, Cancel, and what became of the last press of either. */
export function SaveBar({ message, onCancel }: Props) {
  const { isDirty, isSubmitting } = useFormContext().formState;
  const hint = isSubmitting ? i18n.t('options.saving') : isDirty && i18n.t('options.unsaved');
  return (
    <div
      data-stays-below
      className="sticky bottom-0 -mx-6 mt-4 -mb-6 flex flex-wrap items-center gap-2 rounded-b-card border-t border-line bg-bg px-6 py-4"
    >
      <div className="min-w-40 flex-1">
        {message?.tone === 'bad' && (
          <p role="alert" className="text-bad">
            {message.text}
          </p>
        )}
        <p role="status" className={message?.tone === 'wrong' ? 'text-bad' : 'text-dim'}>
          {message && message.tone !== 'bad' ? message.text : hint}
        </p>
      </div>
      <Button onClick={onCancel} disabled={isSubmitting}>
        {i18n.t('options.cancel')}
      </Button>
      <Button type="submit" look="primary" className="px-5!" disabled={isSubmitting}>
        {i18n.t('options.ok')}
      </Button>
    </div>
  );
}
