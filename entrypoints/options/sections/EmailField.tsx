import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { type Preset, presetFor } from '../../../domain/presets.ts';
import type { FormValues } from '../form/form-values.ts';
import { securityName } from '../security-name.ts';
import { useFieldError } from '../use-field-error.ts';

/** The account's address. The address of a known provider fills the server fields, unless a person filled them. */
export function EmailField() {
  const { register, setValue, getValues, watch } = useFormContext<FormValues>();
  const [preset, setPreset] = useState<Preset>();
  const host = watch('host');
  const filledHost = useRef('');

  function fill(email: string): void {
    const known = presetFor(email);
    const isOurs = getValues('host') === '' || getValues('host') === filledHost.current;
    setPreset(isOurs ? known : undefined);
    if (!known || !isOurs) return;
    filledHost.current = known.host;
    const values = {
      host: known.host,
      port: String(known.port),
      security: known.security,
      authentication: true,
      otherLogin: known.login === 'local-part',
      login: known.login === 'local-part' ? email.trim().replace(/@.*/, '') : '',
    };
    for (const [name, value] of Object.entries(values)) {
      setValue(name as keyof typeof values, value, { shouldDirty: true });
    }
  }

  return (
    <TextField
      layout="beside"
      type="email"
      label={i18n.t('server.email')}
      hint={<Hint preset={preset?.host === host ? preset : undefined} />}
      error={useFieldError('email')}
      spellCheck={false}
      autoComplete="email"
      {...register('email', { onChange: (event) => fill(event.target.value) })}
    />
  );
}

function Hint({ preset }: { preset: Preset | undefined }) {
  if (!preset) return i18n.t('server.emailHint');
  const { name: provider, host, port, security } = preset;
  const notes = [
    i18n.t('server.filled', { provider, host, port, security: securityName(security) }),
    ...(preset.login === 'local-part' ? [i18n.t('server.localPart', { provider })] : []),
  ];
  return (
    <span role="status" className="text-accent">
      {notes.join(' ')}
    </span>
  );
}
