import { PlugZap } from 'lucide-react';
import type { Ref } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { SendProgress } from '../../components/SendProgress.tsx';
import { type Status, StatusLine } from '../../components/StatusLine.tsx';
import type { OutboxItem } from '../../domain/outbox.ts';

type Props = {
  from: string;
  status: Status;
  item: OutboxItem | null;
  sending: boolean;
  enabled: boolean;
  onSend: () => void;
  onTest: () => void;
  sendButton: Ref<HTMLButtonElement>;
};

export function ComposeFooter({ from, status, item, sending, enabled, onSend, onTest, sendButton }: Props) {
  const again = item?.state === 'not-sent' || item?.state === 'rejected';
  return (
    <footer className="sticky bottom-0 grid gap-2 border-t border-line bg-sunken px-4 py-3">
      {sending && <SendProgress label={status.text} {...item?.progress} />}
      <div className="flex min-h-9 items-center gap-3">
        <div className="grid min-w-0 flex-1">
          <p className="truncate text-hint" title={from}>
            {i18n.t('compose.from', { address: from })}
          </p>
          <StatusLine {...status} />
        </div>
        {!sending && <IconButton icon={PlugZap} label={i18n.t('probe.test')} onClick={onTest} />}
        {!sending && (
          <Button ref={sendButton} look="primary" className="px-4!" disabled={!enabled} onClick={onSend}>
            {again ? i18n.t('compose.sendAgain') : i18n.t('compose.send')}
            <kbd aria-hidden className="font-mono text-hint font-normal">
              Ctrl ↵
            </kbd>
          </Button>
        )}
      </div>
    </footer>
  );
}
