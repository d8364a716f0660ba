import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { useAccount } from '../use-account.ts';

export function SenderFields() {
  const { register, values, error } = useAccount();
  return (
    <>
      <TextField
        layout="beside"
        type="email"
        label={i18n.t('senders.address')}
        hint={i18n.t('senders.addressHint')}
        error={error('sender')}
        placeholder={values.email}
        spellCheck={false}
        {...register('sender')}
      />
      <TextField
        layout="beside"
        label={i18n.t('senders.name')}
        hint={i18n.t('senders.nameHint')}
        error={error('senderName')}
        {...register('senderName')}
      />
    </>
  );
}
