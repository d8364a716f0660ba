import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { recipientNames } from '../../../components/recipient-names.ts';
import { canRetry, type OutboxItem } from '../../../domain/outbox.ts';
import { background } from '../../../extension/background-port.ts';
import { ConfirmAgain } from './ConfirmAgain.tsx';
import type { RowActions } from './row-actions.ts';

type Props = RowActions & { item: OutboxItem };

/** What can be done about a mail that is not finished, the likely thing first. */
export function OutboxActions({ item, run }: Props) {
  const { id, state } = item;
  const decide = (decision: 'retry' | 'cancel' | 'markSent') => () => run(() => background.call(decision, { id }));
  return (
    <div className="flex flex-wrap gap-1 pt-1 empty:hidden">
      {state === 'waiting' && <Button onClick={decide('retry')}>{i18n.t('outbox.sendNow')}</Button>}
      {(state === 'waiting' || (state === 'sending' && item.outcome?.state !== 'data-complete')) && (
        <Button onClick={decide('cancel')}>{i18n.t('outbox.cancel')}</Button>
      )}
      {state === 'unknown' && <Button onClick={decide('markSent')}>{i18n.t('outbox.markSent')}</Button>}
      {state === 'unknown' && <ConfirmAgain names={recipientNames(item.mail)} onConfirm={decide('retry')} />}
      {state !== 'waiting' && state !== 'unknown' && canRetry(item) && (
        <Button onClick={decide('retry')}>{i18n.t('outbox.sendAgain')}</Button>
      )}
    </div>
  );
}
