import type { ComponentProps, ReactNode } from 'react';
import { controlLook } from './control-look.ts';
import { Field } from './Field.tsx';

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  layout?: 'above' | 'beside';
};

export function TextField({ label, hint, error, layout, className = '', ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} {...(layout && { layout })}>
      {(wiring) => <input type="text" dir="auto" className={`${controlLook} ${className}`} {...rest} {...wiring} />}
    </Field>
  );
}
