import { AlertDialog } from '@base-ui/react/alert-dialog';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';

type Props = { names: string; onConfirm: () => void };

/** "Send again" for a mail that may have arrived: a second copy takes a second press. */
export function ConfirmAgain({ names, onConfirm }: Props) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger render={<Button />}>{i18n.t('outbox.sendAgain')}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 bg-shade" />
        <AlertDialog.Popup className="fixed inset-x-4 top-1/3 mx-auto grid max-w-96 gap-2 rounded-card border border-line bg-raised p-6 shadow-lg">
          <AlertDialog.Title className="text-blank font-semibold">{i18n.t('outbox.confirmTitle')}</AlertDialog.Title>
          <AlertDialog.Description dir="auto">{i18n.t('outbox.confirmText', { names })}</AlertDialog.Description>
          <div className="mt-2 flex flex-wrap justify-end gap-2">
            <AlertDialog.Close render={<Button />}>{i18n.t('outbox.confirmBack')}</AlertDialog.Close>
            <AlertDialog.Close render={<Button look="primary" />} onClick={onConfirm}>
              {i18n.t('outbox.sendAgain')}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
