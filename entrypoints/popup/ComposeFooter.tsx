import { PlugZap } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { type Status, StatusLine } from '../../components/StatusLine.tsx';

type Props = {
  /** Who the mail is from. */
  from: ReactNode;
  status: Status;
  /** What the Send button says. */
  label: string;
  enabled: boolean;
  onSend: () => void;
  onTest: () => void;
  sendButton: Ref<HTMLButtonElement>;
};

export function ComposeFooter({ from, status, label, enabled, onSend, onTest, sendButton }: Props) {
  return (
    <footer data-stays-below className="sticky bottom-0 grid gap-2 border-t border-line bg-sunken px-4 py-3">
      <div className="flex min-h-9 items-center gap-3">
        <div className="grid min-w-0 flex-1">
          {from}
          <StatusLine {...status} />
        </div>
        <IconButton icon={PlugZap} label={i18n.t('probe.test')} onClick={onTest} />
        <Button
          ref={sendButton}
          look="primary"
          className="px-4!"
          disabled={!enabled}
          // A double click and a key held down are one press: the second one would answer a question nobody has read.
          onClick={(event) => event.detail < 2 && onSend()}
          onKeyDown={(event) => event.repeat && event.preventDefault()}
        >
          {label}
          <kbd aria-hidden className="font-mono text-hint font-normal max-[359px]:hidden">
            Ctrl ↵
          </kbd>
        </Button>
      </div>
    </footer>
  );
}
