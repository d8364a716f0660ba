import { Clock } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { moment } from '../../components/moment.ts';
import { RecipientResults } from '../../components/RecipientResults.tsx';
import { useCommand } from '../../components/use-command.ts';
import { envelopeRecipients } from '../../domain/mail.ts';
import { advice } from '../../extension/advice.ts';
import { background } from '../../extension/background-port.ts';
import { AdviceButton } from './AdviceButton.tsx';
import { PopupFrame } from './PopupFrame.tsx';
import type { ResultProps } from './ResultView.tsx';
import { useOnline } from './use-online.ts';

export function WaitingView({ item, account }: ResultProps) {
  const { id, failure, dueAt, mail, recipients = [] } = item;
  const isOffline = !useOnline() || failure?.code === 'offline';
  const command = useCommand();
  const said = failure && advice(failure, account.profile.server);
  const when = moment(dueAt, Date.now());
  return (
    <PopupFrame title={i18n.t('popup.waitingTitle')}>
      {failure && said && (
        <FailureNotice
          failure={failure}
          advice={said}
          nextTry={isOffline ? undefined : i18n.t('result.nextTry', { when })}
          tone="warn"
        >
          <AdviceButton action={said.action} />
        </FailureNotice>
      )}
      {command.failure && <FailureNotice failure={command.failure} advice={advice(command.failure)} />}
      <div role="status">
        <BlankState
          icon={Clock}
          tone="warn"
          heading={isOffline ? i18n.t('result.offlineHeading') : i18n.t('result.waitingHeading')}
          text={i18n.t('result.waitingText')}
          extra={
            recipients.length > 0 && (
              <RecipientResults addresses={envelopeRecipients(mail)} results={recipients} sent={false} />
            )
          }
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
