import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { controlLook } from '../../../components/control-look.ts';
import { Field } from '../../../components/Field.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { type FoundRules, maxRuleNote, readRules } from '../../../domain/rule-list.ts';
import type { FormValues } from '../form/form-values.ts';
import { useFieldError } from '../use-field-error.ts';
import { readTextFile } from './read-text-file.ts';

/** One rule with a note, or many by paste or file. */
export function AddRule({ onAdd }: { onAdd: (found: FoundRules) => void }) {
  const { register, setValue, getValues } = useFormContext<FormValues>();
  const [error, setError] = useState<string>();
  const [note, setNote] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const pending = useFieldError('newRule');

  function add(text: string): void {
    const { found, unreadable } = readRules(text);
    onAdd({ found: found.map((one) => ({ ...one, note: one.note || note.trim() })), unreadable: [] });
    setValue('newRule', unreadable.join('; '), { shouldDirty: true, shouldValidate: false });
    setError(unreadable[0] && i18n.t('disabled.unreadable', { text: unreadable[0] }));
    if (unreadable.length === 0) setNote('');
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // else Enter would press OK
    add(getValues('newRule'));
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n\t]/.test(text.trim())) return;
    event.preventDefault(); // the text box would run the lines together
    add(text);
  };
  return (
    <div className="grid gap-3">
      <Field label={i18n.t('disabled.field')} hint={i18n.t('disabled.hint')} error={error ?? pending}>
        {(wiring) => (
          <div className="flex flex-wrap gap-2">
            <input
              type="text"
              inputMode="email"
              spellCheck={false}
              autoComplete="off"
              className={`${controlLook} max-w-96 flex-1`}
              onKeyDown={enter}
              onPaste={paste}
              {...register('newRule', { onChange: () => setError(undefined) })}
              {...wiring}
            />
            <Button onClick={() => add(getValues('newRule'))}>{i18n.t('disabled.add')}</Button>
            <Button onClick={() => file.current?.click()}>{i18n.t('disabled.import')}</Button>
            <input
              ref={file}
              type="file"
              accept=".txt,.csv,.tsv,text/plain,text/csv"
              aria-label={i18n.t('disabled.file')}
              className="hidden"
              onChange={({ currentTarget }) => {
                const [chosen] = currentTarget.files ?? [];
                if (chosen) void readTextFile(chosen).then((text) => onAdd(readRules(text)));
                currentTarget.value = ''; // the same file may be chosen again after it was mended
              }}
            />
          </div>
        )}
      </Field>
      <TextField
        label={i18n.t('disabled.why')}
        value={note}
        maxLength={maxRuleNote}
        className="max-w-96"
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={enter}
      />
    </div>
  );
}
