import type { ComponentProps } from 'react';
import { useId } from 'react';

type Props = Omit<ComponentProps<'input'>, 'id' | 'type'> & { label: string; hint: string };

export function CheckboxField({ label, hint, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex items-start gap-3 border-t border-line py-3">
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-4 shrink-0 accent-accent"
        {...rest}
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
