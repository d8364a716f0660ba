import { type ChangeEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import type { Settings } from '../../../domain/settings.ts';
import { readSettingsFile, settingsFile } from '../../../domain/settings-file.ts';
import { advice } from '../../../extension/advice.ts';
import { dropUnusedSecrets } from '../../../extension/storage/drop-unused-secrets.ts';
import { ownSettings, settingsItem } from '../../../extension/storage/settings.ts';
import { ImportPreview } from './ImportPreview.tsx';

type State =
  | { step: 'start' }
  | { step: 'preview'; file: string; before: Settings; after: Settings }
  | { step: 'done' }
  | { step: 'failed'; failure: Failure };

/** Settings to and from a file. What an import would change is shown first; nothing changes before "Import" is pressed. */
export function SettingsFile() {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ step: 'start' });
  const failed = (error: unknown) => setState({ step: 'failed', failure: toFailure(error) });

  async function open(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    if (!file) return;
    const after = readSettingsFile(await file.text());
    setState({ step: 'preview', file: file.name, before: await ownSettings.read(), after });
  }
  async function take(after: Settings): Promise<void> {
    const before = await settingsItem.read();
    await dropUnusedSecrets(before, await settingsItem.update(() => after));
    setState({ step: 'done' });
  }

  return (
    <div className="grid gap-2 border-t border-line py-3">
      <h3 className="font-semibold">{i18n.t('settingsFile.heading')}</h3>
      <p className="text-hint text-dim">{i18n.t('settingsFile.intro')}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void exportFile().catch(failed)}>{i18n.t('settingsFile.export')}</Button>
        <Button onClick={() => input.current?.click()}>{i18n.t('settingsFile.import')}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={i18n.t('settingsFile.choose')}
          className="hidden"
          onChange={(event) => {
            void open(event).catch(failed);
            event.target.value = ''; // the same file may be chosen again after it was mended
          }}
        />
      </div>
      {state.step === 'preview' && (
        <ImportPreview
          {...state}
          onTake={() => void take(state.after).catch(failed)}
          onCancel={() => setState({ step: 'start' })}
        />
      )}
      {state.step === 'failed' && <FailureNotice failure={state.failure} advice={advice(state.failure)} />}
      <p role="status" className="text-hint text-accent">
        {state.step === 'done' && i18n.t('settingsFile.done')}
      </p>
    </div>
  );
}

async function exportFile(): Promise<void> {
  const blob = new Blob([settingsFile(await ownSettings.read())], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'tabpost-settings.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
