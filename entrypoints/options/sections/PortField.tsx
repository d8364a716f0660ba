import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { controlLook } from '../../../components/control-look.ts';
import { Field } from '../../../components/Field.tsx';
import { mismatch, recommendedPort, type Security } from '../../../domain/ports.ts';
import { presetFor } from '../../../domain/presets.ts';
import { securityName } from '../security-name.ts';
import { useAccount } from '../use-account.ts';
import { useManaged } from '../use-managed.ts';

type Before = { port: string; security: Security };
type Note = { text: string; before?: Before };

/** The port, with "Default" that sets what is recommended and can be undone. */
export function PortField() {
  const { register, set, now, values, error } = useAccount();
  const [note, setNote] = useState<Note>();
  const { server: managed } = useManaged();
  const suggested = managed?.security ? undefined : mismatch(Number(values.port), values.security);

  function setDefault(): void {
    const { host, port, security } = now();
    const wanted = recommendedPort({ host: host.trim(), security });
    const after = { port: String(wanted.port), security: wanted.security };
    set(after, true);
    setNote(noteFor({ port, security }, after, host));
  }
  function undo(before: Before): void {
    set(before, true);
    setNote(undefined);
  }

  return (
    <Field layout="beside" label={i18n.t('server.port')} hint={i18n.t('server.defaultHint')} error={error('port')}>
      {(wiring) => (
        <>
          <div className="flex gap-2">
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              className={`${controlLook} max-w-24`}
              {...wiring}
              {...register('port', { onChange: () => setNote(undefined) })}
            />
            <Button onClick={setDefault}>{i18n.t('server.default')}</Button>
          </div>
          <div role="status" className="flex items-center gap-3 text-hint text-accent">
            {note?.text}
            {note?.before && <UndoButton before={note.before} onUndo={undo} />}
          </div>
          {suggested && <Mismatch suggested={suggested} onUse={() => set({ security: suggested }, true)} />}
        </>
      )}
    </Field>
  );
}

function noteFor(before: Before, after: Before, host: string): Note {
  if (before.port === after.port && before.security === after.security) return { text: i18n.t('server.defaultSame') };
  const { port } = after;
  if (before.security === after.security) return { text: i18n.t('server.defaultChanged', { port }), before };
  const provider = presetFor(host.trim())?.name ?? i18n.t('fallback.provider');
  const security = securityName(after.security);
  return { text: i18n.t('server.defaultChangedBoth', { port, security, provider }), before };
}

function UndoButton({ before, onUndo }: { before: Before; onUndo: (before: Before) => void }) {
  return (
    <Button look="link" onClick={() => onUndo(before)}>
      {i18n.t('server.undo')}
    </Button>
  );
}

function Mismatch({ suggested, onUse }: { suggested: Security; onUse: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 text-hint text-warn">
      {suggested === 'ssl' ? i18n.t('server.mismatchSsl') : i18n.t('server.mismatchTls')}
      <Button look="link" onClick={onUse}>
        {i18n.t('server.useSecurity', { security: securityName(suggested) })}
      </Button>
    </div>
  );
}
