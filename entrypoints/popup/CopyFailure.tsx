import { FailureNotice } from '../../components/FailureNotice.tsx';
import type { OutboxItem } from '../../domain/outbox.ts';
import { copyAdvice } from '../../extension/copy-advice.ts';
import { AdviceButton } from './AdviceButton.tsx';

/** The mail went out, but its copy did not get into the Sent folder: that comes some seconds later and changes nothing else. */
export function CopyFailure({ item: { outcome } }: { item: OutboxItem }) {
  const failure = outcome?.copy?.failure;
  if (!failure) return null;
  const said = copyAdvice(failure);
  return (
    <FailureNotice tone="warn" failure={failure} advice={said}>
      <AdviceButton action={said.action} />
    </FailureNotice>
  );
}
