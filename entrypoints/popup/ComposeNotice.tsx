import { useEffect } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { Failure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Profile } from '../../domain/profile.ts';
import { advice } from '../../extension/advice.ts';
import { background } from '../../extension/background-port.ts';
import { AdviceButton } from './AdviceButton.tsx';
import { AttentionNotice } from './AttentionNotice.tsx';
import { DuplicateNotice } from './DuplicateNotice.tsx';
import { startOver } from './start-over.ts';
import type { DraftEditor } from './use-draft.ts';
import type { Sender } from './use-send.ts';

type Props = { item: OutboxItem | null; sender: Sender; profile: Profile; editor: DraftEditor };

/** What stands above the form: what failed comes before what is only good to know. */
export function ComposeNotice({ item, sender, profile, editor }: Props) {
  const stopped = item?.state === 'not-sent' || item?.state === 'rejected' ? item : undefined;
  useSeen(stopped);
  const failure = sender.failure ?? stopped?.failure;
  if (failure) return <Failed failure={failure} profile={profile} />;
  if (item?.state === 'sending' || item?.state === 'waiting') return null;
  return (
    <>
      {sender.earlier && <DuplicateNotice earlier={sender.earlier} asked={sender.asked} />}
      {editor.restored && !editor.draft?.elsewhere && <Restored profile={profile} editor={editor} />}
      <AttentionNotice />
    </>
  );
}

function Failed({ failure, profile }: { failure: Failure; profile: Profile }) {
  const said = advice(failure, profile.server);
  return (
    <FailureNotice failure={failure} advice={said}>
      <AdviceButton action={said.action} />
    </FailureNotice>
  );
}

function Restored({ profile, editor }: Pick<Props, 'profile' | 'editor'>) {
  return (
    <Notice tone="info" title={i18n.t('popup.restored.title')}>
      <div>
        <Button look="link" onClick={() => editor.replace((draft) => startOver(draft, profile))}>
          {i18n.t('popup.restored.button')}
        </Button>
      </div>
    </Notice>
  );
}

/** Who has the failure on the screen needs no badge for it. */
function useSeen(item: OutboxItem | undefined): void {
  const id = item && !item.seen ? item.id : undefined;
  useEffect(() => {
    if (id) background.call('seen', { id }).catch(() => undefined); // then the badge stays, which is no harm
  }, [id]);
}
