import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { clockTime } from '../../components/clock-time.ts';
import { Notice } from '../../components/Notice.tsx';
import type { Draft } from '../../domain/draft.ts';
import type { AttachingCommands } from './use-attaching.ts';
import type { DraftEditor } from './use-draft.ts';

type Props = { draft: Draft; editor: DraftEditor; commands: AttachingCommands; disabled: boolean };

/** The tab shows another document at the same address than the draft is about: which one is meant only a person knows. */
export function OtherDocument({ draft, editor, commands, disabled }: Props) {
  const madeAt = draft.capture.state === 'ready' ? draft.capture.attachments[0]?.madeAt : undefined;
  // What was typed is in the draft first: the texts that name the old file change with it.
  const again = () => void editor.replace((same) => same).then(commands.again);
  const startOver = () => void editor.replace(() => null).then(commands.take);
  return (
    <div role="alert">
      <Notice tone="warn" title={i18n.t('elsewhere.title')}>
        <p className="text-label">
          {madeAt
            ? i18n.t('elsewhere.text', { time: clockTime(Date.parse(madeAt)) })
            : i18n.t('elsewhere.textWithoutPdf')}
        </p>
        <div className="flex flex-wrap gap-2 pt-1">
          <Button disabled={disabled} onClick={again}>
            {i18n.t('elsewhere.again')}
          </Button>
          <Button disabled={disabled} onClick={startOver}>
            {i18n.t('elsewhere.startOver')}
          </Button>
          {madeAt && (
            <Button look="link" disabled={disabled} onClick={commands.keep}>
              {i18n.t('elsewhere.keep')}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  );
}
