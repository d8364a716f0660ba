import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import { AddressNotes } from './AddressNotes.tsx';
import { AddressTag } from './AddressTag.tsx';
import { addressNotes, hostOf } from './address-notes.ts';
import { Field } from './Field.tsx';
import { problemText } from './problem-text.ts';
import { optionId, SuggestionList } from './SuggestionList.tsx';
import type { SuggestionBook } from './suggestion-book.ts';
import type { AddressValue } from './take-recipients.ts';
import { useAddressEntry } from './use-address-entry.ts';
import { useKnownDomains } from './use-known-domains.ts';
import { useSuggestions } from './use-suggestions.ts';

type Props = {
  label: string;
  value: AddressValue;
  onChange: (value: AddressValue) => void;
  /** Rules of the disabled list. */
  rules: string[];
  /** Where suggestions come from; none without it. */
  book?: SuggestionBook;
  max?: number;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  layout?: 'above' | 'beside';
  /** Stands at the end of the label's line. */
  action?: ReactNode;
};

/** Recipients as tags before one text box; takes a paste of several, offers known ones, refuses in place what must not be mailed. */
export function AddressField({ label, value, error, layout = 'above', disabled = false, ...rest }: Props) {
  const { onChange, rules, max, book } = rest;
  const list = useId();
  const entry = useAddressEntry({ value, onChange, rules, max });
  const suggestions = useSuggestions({ value, book, onPick: entry.pick });
  const notes = addressNotes(value.mailboxes, useKnownDomains(value.mailboxes, book));
  const wrong = entry.problem ? problemText(entry.problem) : error;
  const { shown, active } = suggestions;
  const isOpen = shown.length > 0;
  const warned = new Set(notes.filter(({ kind }) => kind !== 'idn').map(({ host }) => host));
  const below = (
    <>
      <AddressNotes notes={notes} onReplace={entry.replace} />
      {rest.hint}
    </>
  );
  return (
    <Field label={label} hint={notes.length > 0 ? below : rest.hint} error={wrong} layout={layout} action={rest.action}>
      {(wiring) => (
        <div className="relative">
          <div ref={entry.box} className={`${boxLook} ${wrong ? 'border-bad ring-1 ring-bad' : 'border-field'}`}>
            {value.mailboxes.length > 0 && (
              <ul aria-label={i18n.t('compose.recipients')} className="contents">
                {value.mailboxes.map((mailbox, index) => (
                  <AddressTag
                    key={mailbox.address}
                    mailbox={mailbox}
                    warned={warned.has(hostOf(mailbox))}
                    disabled={disabled}
                    onRemove={() => entry.remove(index, undefined)}
                    onKeyDown={(event) => entry.tagKey(event, index)}
                  />
                ))}
              </ul>
            )}
            <input
              type="text"
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              {...(book && {
                role: 'combobox',
                'aria-autocomplete': 'list',
                'aria-expanded': isOpen,
                'aria-controls': list,
                'aria-activedescendant': isOpen && active !== undefined ? optionId(list, active) : undefined,
              })}
              disabled={disabled}
              // biome-ignore lint/a11y/noAutofocus: the popup is one task, and its first question is whom to send to
              autoFocus={rest.autoFocus}
              placeholder={value.mailboxes.length === 0 ? rest.placeholder : undefined}
              className="min-h-6 min-w-32 flex-1 bg-transparent px-2 outline-none placeholder:text-dim disabled:hidden"
              value={value.text}
              onChange={(event) => entry.type(event.currentTarget.value)}
              onFocus={() => suggestions.setFocused(true)}
              onBlur={() => {
                suggestions.setFocused(false);
                entry.take(value.text);
              }}
              onKeyDownCapture={(event) => suggestions.key(event) || entry.inputKey(event)}
              onPaste={entry.paste}
              {...wiring}
            />
          </div>
          {isOpen && (
            <SuggestionList
              id={list}
              mailboxes={shown}
              active={active}
              onPick={entry.pick}
              onForget={suggestions.forget}
            />
          )}
        </div>
      )}
    </Field>
  );
}

const boxLook =
  'flex max-h-24 min-h-9 flex-wrap items-center gap-1 overflow-y-auto rounded-control border bg-bg p-1 focus-within:outline-2 focus-within:outline-accent';
