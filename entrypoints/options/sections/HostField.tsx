import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { hostSchema } from '../../../domain/profile.ts';
import { z } from '../../../domain/schema.ts';
import { readServer } from '../form/read-server.ts';
import { securityName } from '../security-name.ts';
import { useAccount } from '../use-account.ts';

/** The server's name; what a paste brings along goes into the fields it belongs to, and the field says so. */
export function HostField() {
  const { register, set, values, error } = useAccount();
  const [notes, setNotes] = useState<string[]>([]);

  function clean(text: string): void {
    const { host: name, port, security } = readServer(text);
    if (name === text) return;
    set({ host: name, ...(port && { port }), ...(security && { security }) });
    setNotes([
      i18n.t('server.hostCleaned', { host: name }),
      ...(port ? [i18n.t('server.hostSplit', { port })] : []),
      ...(security ? [i18n.t('server.hostSecurity', { security: securityName(security) })] : []),
    ]);
  }
  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const pasted = event.clipboardData.getData('text');
    const text = value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length);
    if (readServer(text).host === text) return;
    event.preventDefault();
    clean(text);
  }
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') clean(event.currentTarget.value);
  };

  const aLabels = z.safeParse(hostSchema, values.host);
  const looked = aLabels.success && aLabels.data !== values.host.trim().toLowerCase() ? aLabels.data : undefined;
  return (
    <TextField
      layout="beside"
      label={i18n.t('server.host')}
      hint={<Hint notes={notes} looked={looked} />}
      error={error('host')}
      spellCheck={false}
      autoCapitalize="none"
      dir="ltr"
      onPaste={paste}
      onKeyDown={enter}
      {...register('host', { onBlur: (event) => clean(event.target.value), onChange: () => setNotes([]) })}
    />
  );
}

function Hint({ notes, looked }: { notes: string[]; looked: string | undefined }) {
  return (
    <>
      {i18n.t('server.hostHint')}
      <span role="status" className="block text-accent">
        {[...notes, ...(looked ? [i18n.t('server.hostIdn', { host: looked })] : [])].join(' ')}
      </span>
    </>
  );
}
