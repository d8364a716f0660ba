import { i18n } from '#i18n';
import { controlLook } from '../../../components/control-look.ts';
import { Field } from '../../../components/Field.tsx';
import { useAccount } from '../use-account.ts';

export function SignatureField() {
  const { register, error } = useAccount();
  return (
    <Field
      layout="beside"
      label={i18n.t('senders.signature')}
      hint={i18n.t('senders.signatureHint')}
      error={error('signature')}
    >
      {(wiring) => (
        <textarea dir="auto" rows={4} className={`${controlLook} resize-y`} {...register('signature')} {...wiring} />
      )}
    </Field>
  );
}
