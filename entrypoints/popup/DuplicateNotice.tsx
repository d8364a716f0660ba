import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { moment } from '../../components/moment.ts';
import { Notice } from '../../components/Notice.tsx';
import { recipientNames } from '../../components/recipient-names.ts';
import type { Draft } from '../../domain/draft.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { listOutbox } from '../../extension/storage/outbox.ts';

/** Says when this very page was sent before. */
export function DuplicateNotice({ draft: { id, url } }: { draft: Draft }) {
  const [earlier, setEarlier] = useState<OutboxItem>();
  useEffect(() => {
    const isEarlier = (item: OutboxItem) => item.pageUrl === url && item.id !== id && item.state === 'sent';
    void listOutbox().then((items) => setEarlier(items.find(isEarlier)));
  }, [id, url]);
  if (!earlier) return null;
  const when = moment(earlier.finishedAt ?? earlier.createdAt, Date.now());
  return (
    <Notice tone="warn" title={i18n.t('popup.duplicate.title', { names: recipientNames(earlier.mail), when })}>
      <p className="text-label">{i18n.t('popup.duplicate.text')}</p>
    </Notice>
  );
}
