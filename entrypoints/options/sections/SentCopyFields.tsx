import { useState } from 'react';
import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { presetFor } from '../../../domain/presets.ts';
import { CheckboxField } from '../CheckboxField.tsx';
import { useAccount } from '../use-account.ts';

/** Where a copy of what was sent is filed. Most people never open it; providers that file it themselves have no need of it. */
export function SentCopyFields() {
  const { values, error } = useAccount();
  const wrong = error('sentCopyHost') ?? error('sentCopyPort') ?? error('sentCopyFolder');
  const [open, setOpen] = useState(values.sentCopy);
  const provider = presetFor(values.host);
  return (
    <details
      open={open || wrong !== undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="border-t border-line py-3"
    >
      <summary className="min-h-6 content-center">{i18n.t('sentCopy.heading')}</summary>
      {provider?.filesSentCopies ? (
        <p className="py-2 text-dim">{i18n.t('sentCopy.notNeeded', { provider: provider.name })}</p>
      ) : (
        <ImapFields />
      )}
    </details>
  );
}

function ImapFields() {
  const { register, set, values, error } = useAccount();
  const portFor = { ssl: '993', tls: '143' } as const;
  return (
    <>
      <CheckboxField {...register('sentCopy')} label={i18n.t('sentCopy.on')} hint={i18n.t('sentCopy.onHint')} />
      {values.sentCopy && (
        <>
          <TextField
            layout="beside"
            label={i18n.t('sentCopy.host')}
            hint={i18n.t('sentCopy.hostHint')}
            error={error('sentCopyHost')}
            dir="ltr"
            spellCheck={false}
            autoCapitalize="none"
            {...register('sentCopyHost')}
          />
          <TextField
            layout="beside"
            label={i18n.t('sentCopy.port')}
            error={error('sentCopyPort')}
            inputMode="numeric"
            className="max-w-24"
            {...register('sentCopyPort')}
          />
          <SecurityChoice
            value={values.sentCopySecurity}
            onChange={(sentCopySecurity) => set({ sentCopySecurity, sentCopyPort: portFor[sentCopySecurity] })}
          />
          <TextField
            layout="beside"
            label={i18n.t('sentCopy.folder')}
            hint={i18n.t('sentCopy.folderHint')}
            error={error('sentCopyFolder')}
            {...register('sentCopyFolder')}
          />
        </>
      )}
    </>
  );
}

type Security = 'ssl' | 'tls';

function SecurityChoice({ value, onChange }: { value: Security; onChange: (security: Security) => void }) {
  const names = { ssl: i18n.t('sentCopy.ssl'), tls: i18n.t('sentCopy.tls') };
  return (
    <fieldset className="grid gap-1 border-t border-line py-3 sm:grid-cols-[200px_1fr] sm:gap-4">
      <legend className="float-start">{i18n.t('server.security')}</legend>
      <div className="flex flex-wrap gap-4">
        {(['ssl', 'tls'] as const).map((security) => (
          <label key={security} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              className="size-4 accent-accent"
              checked={value === security}
              onChange={() => onChange(security)}
            />
            {names[security]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
