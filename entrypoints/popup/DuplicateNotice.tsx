import { i18n } from '#i18n';
import { moment } from '../../components/moment.ts';
import { Notice } from '../../components/Notice.tsx';
import { recipientNames } from '../../components/recipient-names.ts';
import type { OutboxItem } from '../../domain/outbox.ts';

type Props = {
  earlier: OutboxItem;
  /** Send was pressed once, and has to be pressed once more. */
  asked: boolean;
};

/** Says to whom this document went before, and when. */
export function DuplicateNotice({ earlier, asked }: Props) {
  return (
    <Notice tone="warn" title={titleFor(earlier)}>
      <p role={asked ? 'alert' : undefined} className={`text-label ${asked ? 'font-semibold' : ''}`}>
        {asked ? i18n.t('popup.duplicate.asked') : i18n.t('popup.duplicate.text')}
      </p>
    </Notice>
  );
}

function titleFor({ mail, state, createdAt, finishedAt }: OutboxItem): string {
  const names = recipientNames(mail);
  const when = moment(finishedAt ?? createdAt, Date.now());
  if (state === 'waiting' || state === 'sending') return i18n.t('popup.duplicate.onItsWay', { names });
  if (state === 'unknown') return i18n.t('popup.duplicate.unsure', { names, when });
  return i18n.t('popup.duplicate.title', { names, when });
}
