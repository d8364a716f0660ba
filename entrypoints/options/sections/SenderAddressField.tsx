import { i18n } from '#i18n';
import { controlLook } from '../../../components/control-look.ts';
import { Field } from '../../../components/Field.tsx';
import { LockedField } from '../../../components/LockedField.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useAccount } from '../use-account.ts';
import { useManaged } from '../use-managed.ts';

/** Who a mail comes from: free, one of those the organisation allows, or the one it set. */
export function SenderAddressField() {
  const { register, values, error } = useAccount();
  const { senders = [] } = useManaged();
  const label = i18n.t('senders.address');
  if (senders.length === 1) return <LockedField label={label} value={String(senders[0])} />;
  if (senders.length === 0) {
    return (
      <TextField
        layout="beside"
        type="email"
        label={label}
        hint={i18n.t('senders.addressHint')}
        error={error('sender')}
        placeholder={values.email}
        spellCheck={false}
        {...register('sender')}
      />
    );
  }
  return (
    <Field layout="beside" label={label} hint={i18n.t('managed.senders')} error={error('sender')}>
      {(wiring) => (
        <select className={controlLook} {...register('sender')} {...wiring}>
          {!senders.includes(values.sender) && <option value={values.sender}>{senders[0]}</option>}
          {senders.map((sender) => (
            <option key={sender}>{sender}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
