import { CircleAlert, X } from 'lucide-react';
import type { KeyboardEventHandler } from 'react';
import { i18n } from '#i18n';
import type { Mailbox } from '../domain/mailbox.ts';
import { readableAddress } from './readable-address.ts';

type Props = {
  mailbox: Mailbox;
  /** Something about it stands under the field. */
  warned: boolean;
  disabled: boolean;
  onRemove: () => void;
  onKeyDown: KeyboardEventHandler;
};

/** One recipient. Its button can be reached by arrow keys only, so tags add no tab stops. */
export function AddressTag({ mailbox, warned, disabled, onRemove, onKeyDown }: Props) {
  return (
    <li
      className={`flex min-h-6 max-w-full items-center rounded-tag ps-2 text-label has-focus-visible:ring-2 has-focus-visible:ring-accent ${warned ? 'bg-warn-soft' : 'bg-accent-soft'}`}
    >
      {warned && <CircleAlert size={14} strokeWidth={1.8} aria-hidden className="me-1 shrink-0 text-warn" />}
      <bdi className="truncate" title={mailbox.address}>
        {mailbox.name || readableAddress(mailbox.address)}
      </bdi>
      <button
        type="button"
        tabIndex={-1}
        data-tag
        disabled={disabled}
        aria-label={i18n.t('compose.remove', { address: mailbox.address })}
        onClick={onRemove}
        onKeyDown={onKeyDown}
        className="grid size-6 shrink-0 place-items-center rounded-tag outline-none hover:text-bad"
      >
        <X size={14} strokeWidth={1.8} aria-hidden />
      </button>
    </li>
  );
}
