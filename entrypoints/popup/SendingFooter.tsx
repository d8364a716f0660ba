import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { SendProgress } from '../../components/SendProgress.tsx';
import { type Status, StatusLine } from '../../components/StatusLine.tsx';
import { useCommand } from '../../components/use-command.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { advice } from '../../extension/advice.ts';
import { background, followOutcomes } from '../../extension/background-port.ts';
import { WayBackButton } from './WayBackButton.tsx';

type Props = { from: string; status: Status; item: OutboxItem | null };

/** The footer from the press of Send to the result: how far it is, and the way back while there is one. */
export function SendingFooter({ from, status, item }: Props) {
  const { failure, run } = useCommand();
  useEffect(followOutcomes, []);
  return (
    <footer data-stays-below className="sticky bottom-0 grid gap-2 border-t border-line bg-sunken px-4 py-3">
      <SendProgress label={status.text} {...item?.progress} />
      <div className="flex min-h-9 items-center gap-3">
        <div className="grid min-w-0 flex-1">
          <p className="truncate text-hint" title={from}>
            {i18n.t('compose.from', { address: from })}
          </p>
          <StatusLine {...(failure ? { tone: 'bad', text: advice(failure).title } : status)} />
        </div>
        {item && <WayBack item={item} onCancel={() => run(() => background.call('cancel', { id: item.id }))} />}
      </div>
    </footer>
  );
}

/** Undo before anything has left; Cancel as long as the last byte has not. After that it would be a guess. */
function WayBack({ item, onCancel }: { item: OutboxItem; onCancel: () => void }) {
  const [pressed, setPressed] = useState(false);
  const cancel = () => {
    setPressed(true);
    onCancel();
  };
  if (item.undoUntil !== undefined && item.state === 'waiting') {
    return (
      <WayBackButton autoFocus look="primary" className="px-4!" onClick={cancel}>
        {i18n.t('status.undo')}
      </WayBackButton>
    );
  }
  const tooLate = item.outcome?.state === 'data-complete';
  return (
    <WayBackButton
      disabled={tooLate || pressed}
      title={tooLate ? i18n.t('status.tooLate') : undefined}
      onClick={cancel}
    >
      {i18n.t('status.cancel')}
    </WayBackButton>
  );
}
