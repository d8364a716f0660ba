import type { KeyboardEvent } from 'react';
import { readContactLine } from '../../../domain/contact-line.ts';
import type { ContactRow } from '../../../domain/sort-contacts.ts';
import type { TableActions } from './ContactTable.tsx';
import type { Selection } from './use-selection.ts';

type Table = {
  rows: ContactRow[];
  /** Place of the row the keyboard is on. */
  active: number;
  move: (to: number) => void;
  selection: Selection;
  actions: TableActions;
};

const page = 10;

/** What the keys do in the list; keys pressed on a button of a row belong to the button. */
export function tableKeys({ rows, active, move, selection, actions }: Table): (event: KeyboardEvent) => void {
  const contact = () => readContactLine(rows[active]?.line ?? '');
  const goTo = (to: number) => () => move(Math.max(0, Math.min(to, rows.length - 1)));
  const keys: Record<string, () => void> = {
    ArrowDown: goTo(active + 1),
    ArrowUp: goTo(active - 1),
    PageDown: goTo(active + page),
    PageUp: goTo(active - page),
    Home: goTo(0),
    End: goTo(rows.length - 1),
    ' ': () => selection.toggle(contact().address),
    Enter: () => actions.edit(contact()),
    Delete: () => {
      actions.remove(selection.chosen.size > 0 ? [...selection.chosen] : [contact().address]);
      selection.clear();
    },
    a: () => selection.set(rows.map(({ line }) => line.split('\t', 1)[0] ?? '')),
    Escape: selection.clear,
  };
  return (event) => {
    if (event.target !== event.currentTarget) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const act = isCommand === (event.key === 'a') ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
}
