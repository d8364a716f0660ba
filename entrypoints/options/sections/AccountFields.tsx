import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { presetFor } from '../../../domain/presets.ts';
import { CheckboxField } from '../CheckboxField.tsx';
import { loginOf } from '../form/login-of.ts';
import { useSecretSaved } from '../form/use-secret-saved.ts';
import { useAccount } from '../use-account.ts';
import { DomainLookUp } from './DomainLookUp.tsx';
import { EmailField } from './EmailField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { PasswordStoreField } from './PasswordStoreField.tsx';

export function AccountFields({ saves }: { saves: number }) {
  const { register, values, error } = useAccount();
  const { host, port, sentCopy, sentCopyHost, sentCopyPort } = values;
  const copies = sentCopy && !presetFor(host)?.filesSentCopies ? { host: sentCopyHost, port: sentCopyPort } : undefined;
  const saved = useSecretSaved({ host, port, login: loginOf(values) }, copies, saves);
  return (
    <>
      <CheckboxField
        {...register('authentication')}
        label={i18n.t('server.authentication')}
        hint={i18n.t('server.authenticationHint')}
      />
      <EmailField />
      <DomainLookUp />
      {values.authentication && (
        <>
          <PasswordField saved={saved} />
          <PasswordStoreField />
          <CheckboxField
            {...register('otherLogin')}
            label={i18n.t('server.otherLogin')}
            hint={i18n.t('server.otherLoginHint')}
          />
        </>
      )}
      {values.authentication && values.otherLogin && (
        <TextField
          layout="beside"
          label={i18n.t('server.login')}
          error={error('login')}
          spellCheck={false}
          autoCapitalize="none"
          {...register('login')}
        />
      )}
    </>
  );
}
