import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useCommand } from '../../../components/use-command.ts';
import type { Settings } from '../../../domain/settings.ts';
import { advice } from '../../../extension/advice.ts';
import { followOutcomes } from '../../../extension/background-port.ts';
import { pdfKeptDays } from '../../../extension/storage/outbox-retention.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { OutboxList } from './OutboxList.tsx';
import { OutboxToolbar } from './OutboxToolbar.tsx';
import { ResendDialog } from './ResendDialog.tsx';
import { Undo } from './Undo.tsx';
import { useDeletion } from './use-deletion.ts';
import { type Choice, useOutboxIds } from './use-outbox-ids.ts';
import { useSeenAll } from './use-seen-all.ts';

const everything: Choice = { state: undefined, query: '' };

/** What is waiting and what was sent. */
export function OutboxSection({ settings }: { settings: Settings }) {
  const [choice, setChoice] = useState(everything);
  const [resending, setResending] = useState<string>();
  const { ids, failure, prepareSearch } = useOutboxIds(choice);
  const deletion = useDeletion();
  const command = useCommand();
  useSeenAll();
  useEffect(followOutcomes, []);
  const broken = failure ?? command.failure;
  const filtered = choice.state !== undefined || choice.query.trim() !== '';
  const days = { days: settings.retentionDays, pdfDays: Math.min(pdfKeptDays, settings.retentionDays) };
  return (
    <>
      <SectionHeading title={i18n.t('outbox.heading')} intro={i18n.t('outbox.intro', days)} />
      <OutboxToolbar choice={choice} onChoose={setChoice} onSearch={prepareSearch} ids={ids ?? []} run={command.run} />
      {broken && <FailureNotice failure={broken} advice={advice(broken)} />}
      {ids?.length === 0 && !filtered && <p className="py-6 text-dim">{i18n.t('outbox.empty')}</p>}
      {ids?.length === 0 && filtered && (
        <div className="flex items-center gap-3 py-6 text-dim">
          <p role="status">{i18n.t('outbox.noneFound')}</p>
          <Button onClick={() => setChoice(everything)}>{i18n.t('outbox.showAll')}</Button>
        </div>
      )}
      {ids && ids.length > 0 && (
        <OutboxList
          ids={ids}
          run={command.run}
          onDelete={(id) => command.run(() => deletion.remove(id))}
          onResend={setResending}
        />
      )}
      <Undo count={deletion.count} onUndo={() => command.run(deletion.undo)} />
      {resending && (
        <ResendDialog key={resending} id={resending} settings={settings} onClose={() => setResending(undefined)} />
      )}
    </>
  );
}
