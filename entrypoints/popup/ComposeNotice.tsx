import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { Failure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Profile } from '../../domain/profile.ts';
import { advice } from '../../extension/advice.ts';
import { AdviceButton } from './AdviceButton.tsx';
import { DuplicateNotice } from './DuplicateNotice.tsx';
import { startOver } from './start-over.ts';
import type { DraftEditor } from './use-draft.ts';

type Props = {
  item: OutboxItem | null;
  /** Why the last press of Send went nowhere. */
  failure: Failure | undefined;
  profile: Profile;
  editor: DraftEditor;
};

/** The one notice above the form: what failed comes before what is only good to know. */
export function ComposeNotice({ item, failure, profile, editor }: Props) {
  const stopped = item?.state === 'not-sent' || item?.state === 'rejected' ? item.failure : undefined;
  const shown = failure ?? stopped;
  if (shown) {
    const said = advice(shown, profile.server);
    return (
      <FailureNotice failure={shown} advice={said}>
        <AdviceButton action={said.action} />
      </FailureNotice>
    );
  }
  if (item?.state === 'sending' || item?.state === 'waiting') return null;
  if (!editor.restored) return editor.draft && <DuplicateNotice draft={editor.draft} />;
  return (
    <Notice tone="info" title={i18n.t('popup.restored.title')}>
      <div>
        <Button look="link" onClick={() => editor.replace((draft) => startOver(draft, profile.sender.name))}>
          {i18n.t('popup.restored.button')}
        </Button>
      </div>
    </Notice>
  );
}
