import { type KeyboardEvent, useEffect, useState } from 'react';
import { faultOf } from '../domain/address.ts';
import type { Mailbox } from '../domain/mailbox.ts';
import { lastPiece } from './last-piece.ts';
import type { SuggestionBook } from './suggestion-book.ts';
import type { AddressValue } from './take-recipients.ts';

type Wanted = { value: AddressValue; book: SuggestionBook | undefined; onPick: (mailbox: Mailbox) => void };
type Found = { query: string; mailboxes: Mailbox[] };

const none: Mailbox[] = [];

/** What the address list offers for the text being typed, and which entry the keyboard is at. */
export function useSuggestions({ value, book, onPick }: Wanted) {
  const [found, setFound] = useState<Found>();
  const [active, setActive] = useState<number>();
  const [focused, setFocused] = useState(false);
  const [forgotten, setForgotten] = useState(0);
  const { query } = lastPiece(value.text);
  const taken = value.mailboxes.map(({ address }) => address).join('\n');
  const wanted = focused ? query : '';
  useEffect(() => {
    if (!book || !wanted) return;
    let isLatest = true;
    const show = (mailboxes: Mailbox[]) => {
      if (!isLatest) return;
      setFound({ query: wanted, mailboxes });
      // Enter must never put another address in place of one that was typed to its end.
      setActive(mailboxes.length > 0 && faultOf(wanted) !== undefined ? 0 : undefined);
    };
    book.suggest(wanted, taken.split('\n')).then(show, () => show(none)); // typing goes on without the list
    return () => {
      isLatest = false;
    };
  }, [book, wanted, taken, forgotten]);

  const shown = wanted && found ? found.mailboxes : none;
  // The list of the letter before stays until the next one is there, but the keyboard does not pick from it.
  const current = found?.query === wanted ? active : undefined;

  function move(step: number): void {
    const from = current ?? (step > 0 ? -1 : shown.length);
    setActive((from + step + shown.length) % shown.length);
  }
  function forget(mailbox: Mailbox): void {
    const again = () => setForgotten((count) => count + 1);
    book?.forget(mailbox.address).then(again, again); // what could not be forgotten is still offered
  }
  /** @returns true when the key was meant for the list */
  function key(event: KeyboardEvent): boolean {
    if (shown.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false;
    const at = current === undefined ? undefined : shown[current];
    const actions: Record<string, (() => void) | undefined | false> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: at && (() => onPick(at)),
      Delete: event.shiftKey && at && (() => forget(at)),
    };
    const action = actions[event.key];
    if (!action) return false;
    event.preventDefault();
    action();
    return true;
  }
  return { shown, active: current, setFocused, forget, key };
}
