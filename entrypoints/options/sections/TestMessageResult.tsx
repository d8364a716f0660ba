import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { advice } from '../../../extension/advice.ts';
import type { TestMessage } from '../use-test-message.ts';

/** What became of the test message. Green only with the server's own yes. */
export function TestMessageResult({ request, item, failure, running }: TestMessage) {
  const end = useRef<HTMLDivElement>(null);
  const shown = failure ?? item?.failure;
  useEffect(() => {
    if (shown || item?.state === 'sent') end.current?.scrollIntoView({ block: 'end' });
  }, [shown, item?.state]);
  if (!request) return null;
  const { email: address, server } = request.account;
  const isSent = item?.state === 'sent';
  return (
    <div ref={end} className="scroll-mb-24 pb-4">
      <p role="status" className="flex items-center gap-2 text-ok">
        {isSent && <Check size={18} strokeWidth={1.8} aria-hidden className="shrink-0" />}
        {isSent && i18n.t('probe.testAccepted', { host: server.host, address })}
        {running && <span className="text-dim">{i18n.t('probe.sendingTest', { address })}</span>}
      </p>
      {!running && !isSent && shown && <FailureNotice failure={shown} advice={advice(shown, server)} />}
    </div>
  );
}
