import { Controller, useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { AddressField } from '../../../components/AddressField.tsx';
import { TextField } from '../../../components/TextField.tsx';
import type { FormValues } from '../form/form-values.ts';
import { maxReplyTo } from '../form/max-reply-to.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { useFieldError } from '../use-field-error.ts';

export function SendersSection() {
  const { register, control, watch } = useFormContext<FormValues>();
  const [email, disabled] = watch(['email', 'disabled']);
  const replyToError = useFieldError('replyTo');
  return (
    <>
      <SectionHeading title={i18n.t('senders.heading')} intro={i18n.t('senders.intro')} />
      <TextField
        layout="beside"
        type="email"
        label={i18n.t('senders.address')}
        hint={i18n.t('senders.addressHint')}
        error={useFieldError('sender')}
        placeholder={email}
        spellCheck={false}
        {...register('sender')}
      />
      <TextField
        layout="beside"
        label={i18n.t('senders.name')}
        hint={i18n.t('senders.nameHint')}
        error={useFieldError('senderName')}
        {...register('senderName')}
      />
      <Controller
        control={control}
        name="replyTo"
        render={({ field: { value, onChange } }) => (
          <AddressField
            layout="beside"
            label={i18n.t('senders.replyTo')}
            hint={i18n.t('senders.replyToHint')}
            error={replyToError}
            value={value}
            onChange={onChange}
            rules={disabled}
            max={maxReplyTo}
          />
        )}
      />
    </>
  );
}
