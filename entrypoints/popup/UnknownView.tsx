import { CircleQuestionMark } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { recipientNames } from '../../components/recipient-names.ts';
import { SecondTry } from '../../components/SecondTry.tsx';
import { useCommand } from '../../components/use-command.ts';
import { advice } from '../../extension/advice.ts';
import { background } from '../../extension/background-port.ts';
import { PopupFrame } from './PopupFrame.tsx';
import type { ResultProps } from './ResultView.tsx';

/** The only state in which a person decides whether a second copy may go out. */
export function UnknownView({ item: { id, mail, secondFailure, host } }: ResultProps) {
  const { failure, run } = useCommand();
  return (
    <PopupFrame title={i18n.t('popup.unknownTitle')}>
      {failure && <FailureNotice failure={failure} advice={advice(failure)} />}
      {secondFailure && <SecondTry failure={secondFailure} advice={advice(secondFailure, host ? { host } : {})} />}
      <div role="alert">
        <BlankState
          icon={CircleQuestionMark}
          tone="warn"
          heading={i18n.t('result.unknownHeading')}
          text={i18n.t('result.unknownText', { names: recipientNames(mail) })}
        >
          <Button look="primary" onClick={() => run(() => background.call('markSent', { id }))}>
            {i18n.t('result.markSent')}
          </Button>
          <Button onClick={() => run(() => background.call('retry', { id }))}>{i18n.t('result.sendAnyway')}</Button>
        </BlankState>
      </div>
    </PopupFrame>
  );
}
