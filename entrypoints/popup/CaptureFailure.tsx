import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import type { Failure } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';
import { openComposeTab } from './open-compose-tab.ts';
import { place } from './place.ts';
import type { Attaching } from './use-attaching.ts';

type Props = { failure: Failure; attaching: Attaching };

/** Why there is no PDF, and the ways out: try again, allow, attach a file. */
export function CaptureFailure({ failure, attaching }: Props) {
  const { tabId, commands } = attaching;
  const said = advice(failure);
  const pattern = said.action === 'permission' ? (failure.detail ?? '') : '';
  return (
    <FailureNotice failure={failure} advice={said} tone={pattern ? 'warn' : 'bad'}>
      {said.action === 'retry' && <Button onClick={commands.again}>{i18n.t('card.tryAgain')}</Button>}
      {pattern && <Button onClick={() => commands.allow(failure)}>{allowLabel(pattern)}</Button>}
      {place === 'popup' && <Button onClick={() => void openComposeTab(tabId)}>{i18n.t('card.attach')}</Button>}
    </FailureNotice>
  );
}

function allowLabel(pattern: string): string {
  const host = /^https?:\/\/([^/*]+)/.exec(pattern)?.[1];
  return host ? i18n.t('card.permission', { host }) : i18n.t('card.permissionAll');
}
