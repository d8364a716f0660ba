import { Ban, Mail, MousePointerClick, Server } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import type { CompanionState } from '../../components/use-companion-check.ts';
import type { Failure } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';
import { CompanionView } from './CompanionView.tsx';
import { ComposeView } from './ComposeView.tsx';
import { openComposeTab } from './open-compose-tab.ts';
import { openPage } from './open-page.ts';
import { PopupFrame } from './PopupFrame.tsx';
import { ResultView } from './ResultView.tsx';
import { SeveralView } from './SeveralView.tsx';
import type { ScreenState } from './screen-for.ts';

import type { DraftEditor } from './use-draft.ts';

type Props = { screen: ScreenState; companion: CompanionState; editor: DraftEditor };

export function Screen({ screen, companion, editor }: Props) {
  switch (screen.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failed failure={screen.failure} editor={editor} />;
    case 'first':
      return <First />;
    case 'not-set-up':
      return <NotSetUp />;
    case 'companion':
      return <CompanionView failure={screen.failure} onCheck={companion.check} />;
    case 'blocked':
      return <Blocked {...advice(screen.failure)} tabId={editor.tabId} />;
    case 'press':
      return <PressHere />;
    case 'result':
      return <ResultView item={screen.item} account={screen.account} editor={editor} />;
    case 'several':
      return <SeveralView items={screen.items} account={screen.account} editor={editor} />;
    case 'compose':
      return <ComposeView {...screen} editor={editor} checking={companion.state === 'checking'} />;
  }
}

/** A mail of this draft that can't be read now can't be read later either: the way out is another draft, to nobody yet. */
function Failed({ failure, editor }: { failure: Failure; editor: DraftEditor }) {
  const isLasting = failure.code === 'storage-damaged' && failure.detail === 'outbox';
  const startOver = () => void editor.replace(() => null).then(() => location.reload());
  return (
    <PopupFrame title={i18n.t('popup.title')}>
      <FailureNotice failure={failure} advice={advice(failure)}>
        {isLasting ? (
          <Button onClick={startOver}>{i18n.t('popup.restored.button')}</Button>
        ) : (
          <Button onClick={() => location.reload()}>{i18n.t('notice.tryAgain')}</Button>
        )}
      </FailureNotice>
    </PopupFrame>
  );
}

function Loading() {
  return (
    <PopupFrame title={i18n.t('popup.title')}>
      <p role="status" className="sr-only">
        {i18n.t('popup.loading')}
      </p>
      <div aria-hidden className="h-18 motion-safe:animate-pulse rounded-card bg-sunken" />
    </PopupFrame>
  );
}

function First() {
  return (
    <PopupFrame title={i18n.t('popup.welcomeTitle')}>
      <BlankState icon={Mail} tone="accent" heading={i18n.t('popup.first.heading')} text={i18n.t('popup.first.text')}>
        <Button look="primary" onClick={() => openPage('/welcome.html')}>
          {i18n.t('popup.first.button')}
        </Button>
      </BlankState>
    </PopupFrame>
  );
}

function NotSetUp() {
  return (
    <PopupFrame title={i18n.t('popup.title')}>
      <BlankState
        icon={Server}
        tone="accent"
        heading={i18n.t('popup.notSetUp.heading')}
        text={i18n.t('popup.notSetUp.text')}
      >
        <Button look="primary" onClick={() => openPage('/options.html#server')}>
          {i18n.t('popup.notSetUp.button')}
        </Button>
      </BlankState>
    </PopupFrame>
  );
}

function Blocked({ title, text, tabId }: { title: string; text: string; tabId: number }) {
  return (
    <PopupFrame title={i18n.t('popup.title')}>
      <div role="alert">
        <BlankState icon={Ban} tone="warn" heading={title} text={text}>
          <Button onClick={() => void openComposeTab(tabId)}>{i18n.t('popup.blockedAttach')}</Button>
        </BlankState>
      </div>
    </PopupFrame>
  );
}

function PressHere() {
  return (
    <PopupFrame title={i18n.t('popup.title')}>
      <BlankState
        icon={MousePointerClick}
        tone="accent"
        heading={i18n.t('popup.press.heading')}
        text={i18n.t('popup.press.text')}
      />
    </PopupFrame>
  );
}
