import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { toFailure } from '../../../domain/failure.ts';
import { advice } from '../../../extension/advice.ts';
import type { AddressNews } from './use-address-actions.ts';

/** What the last action did, with a way back. */
export function AddressStatus({
  news,
  onNews,
}: {
  news: AddressNews | undefined;
  onNews: (news?: AddressNews) => void;
}) {
  if (news && 'failure' in news) return <FailureNotice failure={news.failure} advice={advice(news.failure)} />;
  const undo = news?.undo;
  const failed = (error: unknown) => onNews({ failure: toFailure(error) });
  return (
    <div role="status" className="mt-2 flex min-h-6 flex-wrap items-center gap-2 text-hint text-dim wrap-anywhere">
      {news && <p dir="auto">{news.text}</p>}
      {undo && (
        <Button look="link" onClick={() => void undo().then(() => onNews(), failed)}>
          {i18n.t('addresses.undo')}
        </Button>
      )}
    </div>
  );
}
