import { i18n } from '#i18n';
import { CopyButton } from './CopyButton.tsx';

/** A command line to copy into a terminal. */
export function CompanionCommand({ command }: { command: string }) {
  return (
    <div className="grid gap-2 text-start">
      <pre
        dir="ltr"
        className="overflow-x-auto rounded-control border border-line bg-sunken p-3 font-mono text-label whitespace-pre-wrap"
      >
        <code>{command}</code>
      </pre>
      <div className="flex flex-wrap gap-2">
        <CopyButton label={i18n.t('companion.copy')} text={command} />
      </div>
    </div>
  );
}
