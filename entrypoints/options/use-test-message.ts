import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { type Failure, toFailure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { background } from '../../extension/background-port.ts';
import type { FormValues } from './form/form-values.ts';
import { type TestRequest, testRequest } from './form/test-request.ts';
import { useAccount } from './use-account.ts';
import { useSentItem } from './use-sent-item.ts';

export type TestMessage = {
  /** What was sent; undefined before, and once the fields say something else. */
  request: TestRequest | undefined;
  item: OutboxItem | undefined;
  failure: Failure | undefined;
  running: boolean;
  send(): void;
};

/**
 * A test message with what stands in the fields, and what becomes of it.
 * @param saves counts the presses of OK: the typed password is the saved one then, and its field empty
 */
export function useTestMessage(saves: number): TestMessage {
  const { watch, getValues } = useFormContext<FormValues>();
  const { values, now, complain } = useAccount();
  const [sent, setSent] = useState<{ request: TestRequest; id?: string; failure?: Failure }>();
  useEffect(() => {
    if (saves > 0) setSent((before) => before && { ...before, request: withoutSecret(before.request) });
  }, [saves]);
  const item = useSentItem(sent?.id);

  async function send(): Promise<void> {
    const request = testRequest(now(), getValues('disabled'));
    setSent(request && { request });
    if (!request) return complain();
    try {
      const { id } = await background.call('sendTest', request);
      setSent((before) => before && { ...before, id });
    } catch (error) {
      setSent((before) => before && { ...before, failure: toFailure(error) });
    }
  }
  const running = sent !== undefined && !sent.failure && (!item || ['waiting', 'sending'].includes(item.state));
  const isStale = !running && JSON.stringify(testRequest(values, watch('disabled'))) !== JSON.stringify(sent?.request);
  return {
    request: isStale ? undefined : sent?.request,
    item,
    failure: sent?.failure,
    running,
    send: () => void send(),
  };
}

function withoutSecret({ secret: _saved, ...request }: TestRequest): TestRequest {
  return request;
}
