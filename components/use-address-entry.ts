import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Mailbox } from '../domain/mailbox.ts';
import { endsAddress } from './ends-address.ts';
import { lastPiece } from './last-piece.ts';
import { type AddressProblem, type AddressValue, addRecipients, takeRecipients } from './take-recipients.ts';

type Entry = {
  value: AddressValue;
  onChange: (value: AddressValue) => void;
  rules: string[];
  max?: number | undefined;
};

/** What typing, pasting and keys do to an address field. */
export function useAddressEntry({ value, onChange, rules, max }: Entry) {
  const [problem, setProblem] = useState<AddressProblem>();
  const box = useRef<HTMLDivElement>(null);
  const count = value.mailboxes.length;
  // What was added last stands at the end. Braces: scrolling gives a promise in newer browsers, and an effect may return none.
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [count]);
  const limits = { rules, ...(max !== undefined && { max }) };

  function show(taken: ReturnType<typeof takeRecipients>): void {
    setProblem(taken.problem);
    onChange(taken.value);
  }
  function take(text: string): void {
    if (text.trim()) show(takeRecipients({ ...value, text }, limits));
  }
  /** An entry of the address list in place of what was being typed. */
  function pick(mailbox: Mailbox): void {
    const text = value.text.slice(0, lastPiece(value.text).start);
    show(addRecipients({ ...value, text: text.replace(/;\s*$/, '') }, { mailboxes: [mailbox] }, limits));
    focusStop(undefined);
  }
  function replace({ name, address }: Mailbox, better: string): void {
    const others = value.mailboxes.filter((mailbox) => mailbox.address !== address);
    show(addRecipients({ ...value, mailboxes: others }, { mailboxes: [{ name, address: better }] }, limits));
    focusStop(undefined);
  }
  function type(text: string): void {
    if (endsAddress(text)) return take(text);
    setProblem(undefined);
    onChange({ ...value, text });
  }
  function remove(index: number, focusNext: number | undefined): void {
    onChange({ ...value, mailboxes: value.mailboxes.filter((_, at) => at !== index) });
    focusStop(focusNext);
  }
  /** Tags count from 0; anything else is the text box behind them. */
  function focusStop(index: number | undefined): void {
    const tag = index === undefined ? undefined : box.current?.querySelectorAll('button')[index];
    (tag ?? box.current?.querySelector('input'))?.focus();
  }
  function inputKey(event: KeyboardEvent<HTMLInputElement>): void {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const last = value.mailboxes.length - 1;
    const beforeText = selectionStart === 0 && selectionEnd === 0 && last >= 0;
    const actions: Record<string, (() => void) | false> = {
      Enter: () => take(value.text),
      // Unhandled, Escape would close the whole popup in Chromium.
      Escape: value.text !== '' && (() => type('')),
      Backspace: beforeText && (() => remove(last, undefined)),
      ArrowLeft: beforeText && (() => focusStop(last)),
    };
    const isPlain = !event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey;
    act(isPlain && actions[event.key], event);
  }
  function tagKey(event: KeyboardEvent, index: number): void {
    const before = index > 0 ? index - 1 : undefined;
    const actions: Record<string, () => void> = {
      Delete: () => remove(index, before),
      Backspace: () => remove(index, before),
      ArrowLeft: () => focusStop(before ?? 0),
      ArrowRight: () => focusStop(index + 1),
    };
    act(actions[event.key], event);
  }
  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.includes('@')) return; // a word or a name: paste it as text
    event.preventDefault();
    const { selectionStart, selectionEnd, value: old } = event.currentTarget;
    take(old.slice(0, selectionStart ?? old.length) + pasted + old.slice(selectionEnd ?? old.length));
  }
  return { box, problem, take, type, pick, replace, remove, inputKey, tagKey, paste };
}

function act(action: (() => void) | false | undefined, event: KeyboardEvent): void {
  if (!action) return;
  event.preventDefault();
  action();
}
