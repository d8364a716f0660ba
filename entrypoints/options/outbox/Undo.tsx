import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';

/** Says what was deleted, and takes it back. */
export function Undo({ count, onUndo }: { count: number; onUndo: () => void }) {
  return (
    <div role="status" className="sticky bottom-4 mt-4 flex justify-center">
      {count > 0 && (
        <div className="flex items-center gap-4 rounded-control border border-line bg-raised px-4 py-2 shadow-lg">
          {i18n.t('outbox.deleted', count)}
          <Button look="link" onClick={onUndo}>
            {i18n.t('outbox.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
