import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { CheckboxField } from '../CheckboxField.tsx';
import type { FormValues } from '../form/form-values.ts';
import { loginOf } from '../form/login-of.ts';
import { useSecretSaved } from '../form/use-secret-saved.ts';
import { useFieldError } from '../use-field-error.ts';
import { DomainLookUp } from './DomainLookUp.tsx';
import { EmailField } from './EmailField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { PasswordStoreField } from './PasswordStoreField.tsx';

export function AccountFields({ saves }: { saves: number }) {
  const { register, watch } = useFormContext<FormValues>();
  const values = watch();
  const saved = useSecretSaved({ host: values.host, port: values.port, login: loginOf(values) }, saves);
  const loginError = useFieldError('login');
  return (
    <>
      <CheckboxField
        name="authentication"
        label={i18n.t('server.authentication')}
        hint={i18n.t('server.authenticationHint')}
      />
      <EmailField />
      <DomainLookUp />
      {values.authentication && (
        <>
          <PasswordField saved={saved} />
          <PasswordStoreField />
          <CheckboxField name="otherLogin" label={i18n.t('server.otherLogin')} hint={i18n.t('server.otherLoginHint')} />
        </>
      )}
      {values.authentication && values.otherLogin && (
        <TextField
          layout="beside"
          label={i18n.t('server.login')}
          error={loginError}
          spellCheck={false}
          autoCapitalize="none"
          {...register('login')}
        />
      )}
    </>
  );
}
