import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { AddressTag } from './AddressTag.tsx';
import { Field } from './Field.tsx';
import { problemText } from './problem-text.ts';
import type { AddressValue } from './take-recipients.ts';
import { useAddressEntry } from './use-address-entry.ts';

type Props = {
  label: string;
  value: AddressValue;
  onChange: (value: AddressValue) => void;
  /** Rules of the disabled list. */
  rules: string[];
  max?: number;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  layout?: 'above' | 'beside';
};

/** Recipients as tags before one text box; takes a paste of several, refuses in place what must not be mailed. */
export function AddressField({ label, value, error, hint, layout = 'above', disabled = false, ...rest }: Props) {
  const entry = useAddressEntry({ value, onChange: rest.onChange, rules: rest.rules, max: rest.max });
  const wrong = entry.problem ? problemText(entry.problem) : error;
  return (
    <Field label={label} hint={hint} error={wrong} layout={layout}>
      {(wiring) => (
        <div ref={entry.box} className={`${boxLook} ${wrong ? 'border-bad ring-1 ring-bad' : 'border-field'}`}>
          {value.mailboxes.length > 0 && (
            <ul aria-label={i18n.t('compose.recipients')} className="contents">
              {value.mailboxes.map((mailbox, index) => (
                <AddressTag
                  key={mailbox.address}
                  mailbox={mailbox}
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
            disabled={disabled}
            // biome-ignore lint/a11y/noAutofocus: the popup is one task, and its first question is whom to send to
            autoFocus={rest.autoFocus}
            placeholder={value.mailboxes.length === 0 ? rest.placeholder : undefined}
            className="min-h-6 min-w-32 flex-1 bg-transparent disabled:hidden px-2 outline-none placeholder:text-dim"
            value={value.text}
            onChange={(event) => entry.type(event.currentTarget.value)}
            onBlur={() => entry.take(value.text)}
            onKeyDownCapture={entry.inputKey}
            onPaste={entry.paste}
            {...wiring}
          />
        </div>
      )}
    </Field>
  );
}

const boxLook =
  'flex max-h-24 min-h-9 flex-wrap items-center gap-1 overflow-y-auto rounded-control border bg-bg p-1 focus-within:outline-2 focus-within:outline-accent';
