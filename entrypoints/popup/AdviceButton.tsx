import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import type { AdviceAction } from '../../extension/advice.ts';
import { openPage } from './open-page.ts';

/** The way to what must be changed. "Try again" needs none: that is the Send button. */
export function AdviceButton({ action }: { action: AdviceAction | undefined }) {
  switch (action) {
    case 'settings':
      return <Button onClick={() => openPage('/options.html#server')}>{i18n.t('notice.serverSettings')}</Button>;
    case 'senders':
      return <Button onClick={() => openPage('/options.html#senders')}>{i18n.t('notice.senderSettings')}</Button>;
    case 'disabled':
      return <Button onClick={() => openPage('/options.html#disabled')}>{i18n.t('notice.disabledSettings')}</Button>;
    case 'companion':
      return <Button onClick={() => openPage('/welcome.html')}>{i18n.t('notice.companion')}</Button>;
    default:
      return null;
  }
}
