import { Lock } from 'lucide-react';
import { i18n } from '#i18n';
import { controlLook } from './control-look.ts';
import { Field } from './Field.tsx';

type Props = { label: string; value: string };

/** A value that the organisation set: to be read and copied, not to be changed. */
export function LockedField({ label, value }: Props) {
  return (
    <Field layout="beside" label={label} hint={i18n.t('managed.locked')}>
      {(wiring) => (
        <div className="relative">
          <input
            type="text"
            dir="auto"
            disabled
            value={value}
            className={`${controlLook} bg-sunken! pe-9`}
            {...wiring}
          />
          <Lock size={16} strokeWidth={1.8} aria-hidden className="absolute inset-e-3 inset-y-0 my-auto text-dim" />
        </div>
      )}
    </Field>
  );
}
