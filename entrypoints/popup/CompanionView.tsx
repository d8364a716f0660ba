import { Plug } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import type { Failure, FailureCode } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';
import { openPage } from './open-page.ts';
import { PopupFrame } from './PopupFrame.tsx';

/** Nothing can be sent without the companion: the cause, and the way to mend it. */
export function CompanionView({ failure, onCheck }: { failure: Failure; onCheck: () => void }) {
  const { title, text, action } = advice(failure);
  const detail = failure.detail && <bdi className="max-w-80 font-mono text-hint text-dim">{failure.detail}</bdi>;
  return (
    <PopupFrame title={i18n.t('popup.title')}>
      <div role="alert">
        <BlankState icon={Plug} tone="warn" heading={title} text={text} extra={detail}>
          {action === 'companion' && (
            <Button look="primary" onClick={() => openPage('/welcome.html')}>
              {mendLabel(failure.code)}
            </Button>
          )}
          <Button onClick={onCheck}>{i18n.t('popup.checkAgain')}</Button>
        </BlankState>
      </div>
    </PopupFrame>
  );
}

function mendLabel(code: FailureCode): string {
  if (code === 'companion-missing') return i18n.t('popup.companion.install');
  if (code === 'companion-outdated') return i18n.t('popup.companion.update');
  return i18n.t('popup.companion.repair');
}
