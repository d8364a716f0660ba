import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { CapturingCard } from '../../components/CapturingCard.tsx';
import { ChoiceList } from '../../components/ChoiceList.tsx';
import { DropPlace } from '../../components/DropPlace.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { Draft } from '../../domain/draft.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { CaptureFailure } from './CaptureFailure.tsx';
import { OtherDocument } from './OtherDocument.tsx';
import { openComposeTab } from './open-compose-tab.ts';
import { PrintedPage } from './PrintedPage.tsx';
import { place } from './place.ts';
import { SelectedTabs } from './SelectedTabs.tsx';
import { type Attaching, useAttaching } from './use-attaching.ts';
import type { DraftEditor } from './use-draft.ts';

type Props = { draft: Draft; editor: DraftEditor; disabled: boolean };

/** The place of the PDFs: on their way, there, to be chosen, or why there are none. */
export function CaptureSlot({ draft, editor, disabled }: Props) {
  const attaching = useAttaching(draft);
  const [open, onOpen] = useState(false);
  const { failure, commands } = attaching;
  const { capture } = draft;
  const shown = failure ?? (capture.state === 'failed' ? capture.failure : undefined);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {draft.elsewhere && capture.state !== 'capturing' && (
        <OtherDocument draft={draft} editor={editor} commands={commands} disabled={disabled} />
      )}
      {shown && <CaptureFailure failure={shown} attaching={attaching} />}
      {capture.state === 'capturing' && <CapturingCard />}
      {capture.state === 'ready' && (
        <AttachmentList capture={capture} commands={commands} disabled={disabled} canFetch={draft.url !== ''} />
      )}
      {capture.state === 'ready' && (
        <PrintedPage capture={capture} onAgain={commands.again} options={{ open, onOpen }} disabled={disabled} />
      )}
      {capture.state === 'choosing' && capture.choices.length === 0 && !shown && (
        <NothingAttached attaching={attaching} />
      )}
      <Choices draft={draft} attaching={attaching} disabled={disabled} />
      {draft.wanted?.kind !== 'tabs' && place !== 'tab' && (
        <SelectedTabs disabled={disabled} onAttach={commands.captureTabs} />
      )}
      {place !== 'popup' && <DropPlace disabled={disabled} onFiles={commands.attachFiles} />}
      {place === 'popup' && capture.state === 'ready' && (
        <div>
          <Button look="link" disabled={disabled} onClick={() => void openComposeTab(draft.tabId)}>
            {i18n.t('card.attachMore')}
          </Button>
        </div>
      )}
    </div>
  );
}

type ChoicesProps = Omit<Props, 'editor'> & { attaching: Attaching };

function Choices({ draft: { capture }, attaching, disabled }: ChoicesProps) {
  if (!('choices' in capture)) return null;
  const taken = capture.state === 'ready' ? capture.attachments.map(({ url }) => url) : [];
  const choices = capture.choices.filter(({ url }) => !taken.includes(url));
  if (choices.length === 0) return null;
  const heading = capture.state === 'ready' ? i18n.t('choice.more') : i18n.t('choice.heading');
  return (
    <ChoiceList
      heading={heading}
      choices={choices}
      busy={attaching.choosing}
      onChoose={attaching.commands.choose}
      disabled={disabled}
    />
  );
}

function NothingAttached({ attaching: { commands, tabId } }: { attaching: Attaching }) {
  return (
    <Notice tone="info" title={i18n.t('card.nothing')}>
      <div className="flex flex-wrap gap-2">
        <Button onClick={commands.again}>{i18n.t('card.fetch')}</Button>
        {place === 'popup' && <Button onClick={() => void openComposeTab(tabId)}>{i18n.t('card.attach')}</Button>}
      </div>
    </Notice>
  );
}
