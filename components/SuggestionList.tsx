import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { Mailbox } from '../domain/mailbox.ts';
import { IconButton } from './IconButton.tsx';
import { readableAddress } from './readable-address.ts';

type Props = {
  id: string;
  mailboxes: Mailbox[];
  active: number | undefined;
  onPick: (mailbox: Mailbox) => void;
  onForget: (mailbox: Mailbox) => void;
};

/**
 * The list under an address field. The buttons that forget an entry stand beside the list, row by row: an option may hold no other control.
 * The field keeps the focus, so a press on the mouse button must not take it.
 */
export function SuggestionList({ id, mailboxes, active, onPick, onForget }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Braces: scrolling gives a promise in newer browsers, and an effect may return none.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [mailboxes.length]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is
    <div
      ref={box}
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-10 mt-1 flex overflow-hidden rounded-control border border-field bg-raised shadow-lg"
    >
      <div id={id} role="listbox" aria-label={i18n.t('suggestions.list')} className="min-w-0 flex-1">
        {mailboxes.map((mailbox, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and has the keys
          <div
            key={mailbox.address}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            onClick={() => onPick(mailbox)}
            tabIndex={-1}
            className="grid h-11 cursor-pointer content-center border-s-2 border-transparent ps-3 hover:bg-accent-soft aria-selected:border-accent aria-selected:bg-accent-soft"
          >
            {mailbox.name && <bdi className="truncate text-label">{mailbox.name}</bdi>}
            <bdi className={`truncate ${mailbox.name ? 'text-hint text-dim' : 'text-label'}`}>
              {readableAddress(mailbox.address)}
            </bdi>
          </div>
        ))}
      </div>
      <div className="grid">
        {mailboxes.map((mailbox) => (
          <IconButton
            key={mailbox.address}
            icon={X}
            tabIndex={-1}
            label={i18n.t('suggestions.forget', { address: mailbox.address })}
            onClick={() => onForget(mailbox)}
            className="mx-1 my-1.5"
          />
        ))}
      </div>
    </div>
  );
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
