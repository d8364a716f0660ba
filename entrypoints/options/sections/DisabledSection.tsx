import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { controlLook } from '../../../components/control-look.ts';
import { Field } from '../../../components/Field.tsx';
import { addRules } from '../form/add-rules.ts';
import type { FormValues } from '../form/form-values.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { useFieldError } from '../use-field-error.ts';
import { RuleList } from './RuleList.tsx';

export function DisabledSection() {
  const { register, setValue, getValues, watch } = useFormContext<FormValues>();
  const [error, setError] = useState<string>();
  const pending = useFieldError('newRule');
  const listError = useFieldError('disabled');
  const rules = watch('disabled');

  function add(): void {
    const { rules: longer, unreadable, known } = addRules(rules, getValues('newRule'));
    setValue('disabled', longer, { shouldDirty: true });
    setValue('newRule', unreadable.join(' '), { shouldDirty: true, shouldValidate: false });
    setError(errorFor(unreadable[0], known[0]));
  }
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // else Enter would press OK
    add();
  };
  const remove = (rule: string) =>
    setValue(
      'disabled',
      rules.filter((other) => other !== rule),
      { shouldDirty: true, shouldValidate: listError !== undefined },
    );

  return (
    <>
      <SectionHeading title={i18n.t('disabled.heading')} intro={i18n.t('disabled.intro')} />
      <Field label={i18n.t('disabled.field')} hint={i18n.t('disabled.hint')} error={error ?? pending}>
        {(wiring) => (
          <div className="flex gap-2">
            <input
              type="text"
              inputMode="email"
              spellCheck={false}
              autoComplete="off"
              className={`${controlLook} max-w-96`}
              onKeyDown={enter}
              {...register('newRule', { onChange: () => setError(undefined) })}
              {...wiring}
            />
            <Button onClick={add}>{i18n.t('disabled.add')}</Button>
          </div>
        )}
      </Field>
      <RuleList rules={rules} error={listError} onRemove={remove} />
    </>
  );
}

function errorFor(unreadable: string | undefined, known: string | undefined): string | undefined {
  if (unreadable !== undefined) return i18n.t('disabled.unreadable', { text: unreadable });
  return known === undefined ? undefined : i18n.t('disabled.known', { rule: known });
}
