import { i18n } from '#i18n';
import { fileSize } from '../../components/file-size.ts';
import { Notice } from '../../components/Notice.tsx';
import { useStored } from '../../components/use-stored.ts';
import type { Capture } from '../../domain/capture.ts';
import { messageSize } from '../../domain/message-size.ts';
import type { Server } from '../../domain/profile.ts';
import { limitOf, serverLimits } from '../../extension/storage/server-limits.ts';

/** Said before Send: the server named a limit, and this mail is above it. Sending is still possible, the limit may be an old one. */
export function SizeNotice({ capture, server }: { capture: Capture; server: Server }) {
  const { host } = server;
  const limits = useStored(serverLimits);
  const limit = limits.state === 'ready' ? limitOf(limits.value, server) : undefined;
  const size = messageSize(capture);
  if (capture.state !== 'ready' || limit === undefined || size <= limit) return null;
  return (
    <Notice tone="warn" title={i18n.t('tooBig.title')}>
      <p dir="auto" className="text-label">
        {i18n.t('tooBig.text', { size: fileSize(size), limit: fileSize(limit), host })} {helpFor(capture)}
      </p>
    </Notice>
  );
}

function helpFor({ attachments }: Extract<Capture, { state: 'ready' }>): string {
  if (attachments.length > 1) return i18n.t('tooBig.split');
  return attachments[0]?.source === 'printed' ? i18n.t('tooBig.print') : i18n.t('tooBig.smaller');
}
