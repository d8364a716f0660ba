import type { ComponentProps, ReactNode } from 'react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from './Button.tsx';
import { controlLook } from './control-look.ts';
import { Field } from './Field.tsx';

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** A secret is saved already; it is never shown, only replaced. */
  saved: boolean;
};

/** A password to type. "Show" reveals what is being typed now and nothing else. */
export function SecretField({ label, hint, error, saved, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field layout="beside" label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="flex gap-2">
          <input
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            spellCheck={false}
            placeholder={saved ? i18n.t('secret.saved') : undefined}
            className={controlLook}
            {...rest}
            {...wiring}
          />
          <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? i18n.t('secret.hide') : i18n.t('secret.show')}
          </Button>
        </div>
      )}
    </Field>
  );
}
