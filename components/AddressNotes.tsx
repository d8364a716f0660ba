import { CircleAlert, Info } from 'lucide-react';
import { i18n } from '#i18n';
import type { Mailbox } from '../domain/mailbox.ts';
import type { AddressNote } from './address-notes.ts';
import { Button } from './Button.tsx';

/** More would hide the form. */
const maxShown = 2;

type Props = { notes: AddressNote[]; onReplace: (mailbox: Mailbox, address: string) => void };

/** Warnings about recipients, under their field; a likely slip is put right by one click. */
export function AddressNotes({ notes, onReplace }: Props) {
  return (
    <div role="status" className="grid gap-1 empty:hidden">
      {notes.slice(0, maxShown).map((note) => {
        const isWarning = note.kind !== 'idn';
        const Icon = isWarning ? CircleAlert : Info;
        return (
          <div key={note.host} className={`flex gap-1.5 text-hint ${isWarning ? 'text-warn' : 'text-dim'}`}>
            <Icon size={14} strokeWidth={1.8} aria-hidden className="mt-px shrink-0" />
            <p dir="auto" className="min-w-0 flex-1 wrap-anywhere">
              {noteText(note)}
            </p>
            {note.kind === 'near-miss' && (
              <Button
                look="link"
                className="-my-1 shrink-0"
                onClick={() => onReplace(note.mailbox, addressAt(note.mailbox, note.meant))}
              >
                {i18n.t('addressNote.use', { host: note.meant })}
              </Button>
            )}
          </div>
        );
      })}
      {notes.length > maxShown && (
        <p className="text-hint text-dim">{i18n.t('addressNote.more', notes.length - maxShown)}</p>
      )}
    </div>
  );
}

function addressAt({ address }: Mailbox, host: string): string {
  return address.slice(0, address.lastIndexOf('@') + 1) + host;
}

function noteText(note: AddressNote): string {
  switch (note.kind) {
    case 'near-miss':
      return i18n.t('addressNote.nearMiss', { host: note.host, meant: note.meant });
    case 'mixed':
      return i18n.t('addressNote.mixed', { host: note.host, readable: note.readable });
    case 'lookalike':
      return i18n.t('addressNote.lookalike', { host: note.host, readable: note.readable });
    case 'idn':
      return i18n.t('addressNote.idn', { host: note.host, readable: note.readable });
  }
}
