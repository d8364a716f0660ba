import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { listOf } from '../../../components/list-of.ts';
import { moment } from '../../../components/moment.ts';
import { recipientNames } from '../../../components/recipient-names.ts';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { canRetry, type OutboxItem } from '../../../domain/outbox.ts';
import { advice } from '../../../extension/advice.ts';
import { ConfirmAgain } from './ConfirmAgain.tsx';

export type Decision = 'retry' | 'cancel' | 'markSent';

type Props = { item: OutboxItem; host: string | undefined; onDecide: (decision: Decision, id: string) => void };

export function OutboxRow({ item, host, onDecide }: Props) {
  const names = recipientNames(item.mail);
  const when = moment(item.finishedAt ?? item.createdAt, Date.now());
  return (
    <tr className="border-t border-line align-top">
      <td className="py-2 pe-3">
        <StateBadge state={item.state} />
      </td>
      <td className="py-2 pe-3 wrap-break-word">
        <bdi>{names}</bdi>
        {item.mail.bcc.length > 0 && <span className="block text-hint text-dim">{i18n.t('outbox.hiddenCopy')}</span>}
      </td>
      <td className="py-2 pe-3 wrap-break-word">
        <bdi>{item.mail.subject}</bdi>
        <Why item={item} host={host} />
      </td>
      <td className="py-2 pe-3 text-dim">{when}</td>
      <td className="py-2">
        <Actions item={item} names={names} onDecide={onDecide} />
      </td>
    </tr>
  );
}

/** The reason of a failure and everything the server said, as text. */
function Why({ item, host }: Pick<Props, 'item' | 'host'>) {
  const { failure, response, recipients = [] } = item;
  const said = failure && advice(failure, host ? { host } : {});
  const title = item.state === 'partly-sent' ? partlyText(item) : said?.title;
  const replies = recipients.flatMap(({ address, reply }) => (reply ? [`${address}: ${reply}`] : []));
  const lines = [failure?.detail, response, ...replies, item.mail.messageId].filter((line) => line !== undefined);
  return (
    <>
      {title && <span className="block text-hint text-dim">{title}</span>}
      <details className="text-hint text-dim">
        <summary className="min-h-6 content-center">{i18n.t('notice.details')}</summary>
        {said && <p>{said.text}</p>}
        <bdi className="font-mono whitespace-pre-wrap">{[...new Set(lines)].join('\n')}</bdi>
      </details>
    </>
  );
}

function partlyText({ recipients = [] }: OutboxItem): string {
  const refused = recipients.filter(({ accepted }) => !accepted).map(({ address }) => address);
  return i18n.t('result.partlyText', { names: listOf(refused) });
}

function Actions({ item, names, onDecide }: Pick<Props, 'item' | 'onDecide'> & { names: string }) {
  const { id, state } = item;
  if (state === 'unknown') {
    return (
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onDecide('markSent', id)}>{i18n.t('outbox.markSent')}</Button>
        <ConfirmAgain names={names} onConfirm={() => onDecide('retry', id)} />
      </div>
    );
  }
  if (!canRetry(item)) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => onDecide('retry', id)}>
        {state === 'waiting' ? i18n.t('outbox.sendNow') : i18n.t('outbox.sendAgain')}
      </Button>
      {state === 'waiting' && <Button onClick={() => onDecide('cancel', id)}>{i18n.t('outbox.cancel')}</Button>}
    </div>
  );
}
