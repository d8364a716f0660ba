import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { countOutbox } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';
import { openPage } from './open-page.ts';

/** Other mails that failed, or that nobody knows the end of: they wait for an answer in the outbox. */
export function AttentionNotice() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const read = () => void countOutbox().then(({ attention }) => setCount(attention));
    read();
    return watchOutbox(read);
  }, []);
  if (count === 0) return null;
  return (
    <Notice tone="warn" title={i18n.t('popup.attention.title', count)}>
      <div>
        <Button look="link" onClick={() => openPage('/options.html#outbox')}>
          {i18n.t('popup.attention.button')}
        </Button>
      </div>
    </Notice>
  );
}
