import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { AttachmentCard } from '../../components/AttachmentCard.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useCommand } from '../../components/use-command.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Failure } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';
import { background } from '../../extension/background-port.ts';
import { openPdf } from './open-pdf.ts';
import type { DraftEditor } from './use-draft.ts';
import { usePageCount } from './use-page-count.ts';

type Props = { draft: Draft; editor: DraftEditor; disabled: boolean };

/** The place of the PDF: on its way, there, or why it is not. */
export function CaptureSlot({ draft, editor, disabled }: Props) {
  const { capture, url } = draft;
  const { failure, run } = useCommand();
  usePageCount(draft, editor.tabId);
  const again = () => run(() => background.call('capture', { tabId: editor.tabId, again: true }));
  if (capture.state === 'failed') {
    return (
      <CaptureFailure
        failure={failure ?? capture.failure}
        onAgain={again}
        onAllow={(origin) => allow(origin, again)}
        url={url}
      />
    );
  }
  const open = () => run(async () => capture.state === 'ready' && openPdf(capture.attachment));
  return (
    <>
      {failure && <FailureNotice failure={failure} advice={advice(failure)} />}
      <AttachmentCard capture={capture} disabled={disabled} onAgain={again} onOpen={open} />
    </>
  );
}

type FailureProps = { failure: Failure; url: string; onAgain: () => void; onAllow: (origin: string) => void };

function CaptureFailure({ failure, url, onAgain, onAllow }: FailureProps) {
  const said = advice(failure);
  const origin = failure.detail && URL.canParse(failure.detail) ? failure.detail : url;
  return (
    <FailureNotice failure={failure} advice={said}>
      {said.action === 'retry' && <Button onClick={onAgain}>{i18n.t('card.tryAgain')}</Button>}
      {said.action === 'permission' && (
        <Button onClick={() => onAllow(new URL(origin).origin)}>{i18n.t('card.permission')}</Button>
      )}
    </FailureNotice>
  );
}

/** Firefox answers only a call made in the click itself: nothing may be awaited before it. */
async function allow(origin: string, granted: () => void): Promise<void> {
  const { protocol, hostname } = new URL(origin);
  // Without the port: a pattern with one is granted by Firefox, and then matches nothing.
  if (await browser.permissions.request({ origins: [`${protocol}//${hostname}/*`] })) granted();
}
