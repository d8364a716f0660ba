import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { type Preset, presetFor } from '../../../domain/presets.ts';
import { securityName } from '../security-name.ts';
import { useAccount } from '../use-account.ts';
import { useManaged } from '../use-managed.ts';

/** The account's address. The address of a known provider fills the server fields, unless a person filled them. */
export function EmailField() {
  const { register, set, now, values, error } = useAccount();
  const [preset, setPreset] = useState<Preset>();
  const { server: managed } = useManaged();
  const filledHost = useRef('');

  function fill(email: string): void {
    const known = managed?.host ? undefined : presetFor(email);
    const isOurs = now().host === '' || now().host === filledHost.current;
    setPreset(isOurs ? known : undefined);
    if (!known || !isOurs) return;
    filledHost.current = known.host;
    set({
      host: known.host,
      port: String(known.port),
      security: known.security,
      authentication: true,
      otherLogin: known.login === 'local-part',
      login: known.login === 'local-part' ? email.trim().replace(/@.*/, '') : '',
    });
  }

  return (
    <TextField
      layout="beside"
      type="email"
      label={i18n.t('server.email')}
      hint={<Hint preset={preset?.host === values.host ? preset : undefined} />}
      error={error('email')}
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
