import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { useAccount } from '../use-account.ts';
import { SenderAddressField } from './SenderAddressField.tsx';

export function SenderFields() {
  const { register, error } = useAccount();
  return (
    <>
      <SenderAddressField />
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
