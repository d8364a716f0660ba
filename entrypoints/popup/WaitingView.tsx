import { Clock } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { moment } from '../../components/moment.ts';
import { useCommand } from '../../components/use-command.ts';
import { advice } from '../../extension/advice.ts';
import { background } from '../../extension/background-port.ts';
import { AdviceButton } from './AdviceButton.tsx';
import { PopupFrame } from './PopupFrame.tsx';
import type { ResultProps } from './ResultView.tsx';
import { useOnline } from './use-online.ts';

export function WaitingView({ item: { id, failure, dueAt }, account }: ResultProps) {
  const online = useOnline();
  const command = useCommand();
  const said = failure && advice(failure, account.profile.server);
  const when = moment(dueAt, Date.now());
  return (
    <PopupFrame title={i18n.t('popup.waitingTitle')}>
      {failure && said && (
        <FailureNotice failure={failure} advice={said} nextTry={i18n.t('result.nextTry', { when })} tone="warn">
          <AdviceButton action={said.action} />
        </FailureNotice>
      )}
      {command.failure && <FailureNotice failure={command.failure} advice={advice(command.failure)} />}
      <div role="status">
        <BlankState
          icon={Clock}
          tone="warn"
          heading={online ? i18n.t('result.waitingHeading') : i18n.t('result.offlineHeading')}
          text={i18n.t('result.waitingText')}
        >
          <Button look="primary" onClick={() => command.run(() => background.call('retry', { id }))}>
            {i18n.t('result.sendNow')}
          </Button>
          <Button onClick={() => command.run(() => background.call('cancel', { id }))}>
            {i18n.t('result.cancel')}
          </Button>
        </BlankState>
      </div>
    </PopupFrame>
  );
}
