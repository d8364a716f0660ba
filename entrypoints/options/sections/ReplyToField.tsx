import { Controller, useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { AddressField } from '../../../components/AddressField.tsx';
import type { FormValues } from '../form/form-values.ts';
import { maxReplyTo } from '../form/max-reply-to.ts';
import { useAccount } from '../use-account.ts';

export function ReplyToField() {
  const { control, watch } = useFormContext<FormValues>();
  const { index, error } = useAccount();
  const disabled = watch('disabled');
  return (
    <Controller
      control={control}
      name={`accounts.${index}.replyTo`}
      render={({ field: { value, onChange } }) => (
        <AddressField
          layout="beside"
          label={i18n.t('senders.replyTo')}
          hint={i18n.t('senders.replyToHint')}
          error={error('replyTo')}
          value={value}
          onChange={onChange}
          rules={disabled}
          max={maxReplyTo}
        />
      )}
    />
  );
}
