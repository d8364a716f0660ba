import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import type { FormValues } from './form/form-values.ts';

type Props = { name: 'authentication' | 'otherLogin' | 'blind'; label: string; hint: string };

export function CheckboxField({ name, label, hint }: Props) {
  const id = useId();
  const { register } = useFormContext<FormValues>();
  return (
    <div className="flex items-start gap-3 border-t border-line py-3">
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-4 shrink-0 accent-accent"
        {...register(name)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className="text-hint text-dim">
          {hint}
        </p>
      </div>
    </div>
  );
}
