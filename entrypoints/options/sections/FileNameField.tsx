import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { useAccount } from '../use-account.ts';

export function FileNameField() {
  const { register, error } = useAccount();
  return (
    <TextField
      layout="beside"
      label={i18n.t('senders.fileName')}
      hint={i18n.t('senders.fileNameHint', { pattern: '{number} {customer} {date}' })}
      error={error('fileNamePattern')}
      {...register('fileNamePattern')}
    />
  );
}
