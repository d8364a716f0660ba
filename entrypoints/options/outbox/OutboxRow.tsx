import { ChevronDown, ChevronUp } from 'lucide-react';
import type { Ref } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../../components/IconButton.tsx';
import { moment } from '../../../components/moment.ts';
import { recipientNames } from '../../../components/recipient-names.ts';
import { StateBadge } from '../../../components/StateBadge.tsx';
import type { OutboxItem } from '../../../domain/outbox.ts';
import { advice } from '../../../extension/advice.ts';
import { OutboxActions } from './OutboxActions.tsx';
import { OutboxDetails } from './OutboxDetails.tsx';
import type { RowActions } from './row-actions.ts';
import { rowColumns } from './row-columns.ts';

type Props = RowActions & {
  ref: Ref<HTMLTableRowElement>;
  /** Undefined while it is read. */
  item: OutboxItem | undefined;
  index: number;
  /** px from the first row. */
  start: number;
  open: boolean;
  focusable: boolean;
  onToggle: () => void;
};

export function OutboxRow({ ref, item, index, start, open, focusable, onToggle, ...actions }: Props) {
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={focusable ? 0 : -1}
      className={`${rowColumns} absolute inset-x-0 top-0 min-h-[53px] content-start items-start border-b border-line py-2 -outline-offset-2`}
      style={{ transform: `translateY(${start}px)` }}
    >
      {item && (
        <>
          <td>
            <StateBadge state={item.state} />
          </td>
          <td className="wrap-anywhere">
            <bdi>{recipientNames(item.mail)}</bdi>
            {item.mail.bcc.length > 0 && (
              <span className="block text-hint text-dim">{i18n.t('outbox.hiddenCopy')}</span>
            )}
          </td>
          <td className="wrap-anywhere">
            <bdi>{item.mail.subject}</bdi>
            <Why item={item} />
          </td>
          <td className="text-dim">{moment(item.finishedAt ?? item.createdAt, Date.now())}</td>
          <td className="-my-1.5">
            <IconButton
              icon={open ? ChevronUp : ChevronDown}
              label={i18n.t('outbox.details')}
              aria-expanded={open}
              onClick={onToggle}
            />
          </td>
          <td className="col-start-2 col-end-[-1]">
            <OutboxActions item={item} {...actions} />
          </td>
        </>
      )}
      {item && open && (
        <td className="col-span-full">
          <OutboxDetails item={item} {...actions} />
        </td>
      )}
    </tr>
  );
}

/** Why it is not sent, or not in the Sent folder, in a line. */
function Why({ item }: { item: OutboxItem }) {
  const said = whyText(item);
  return said === undefined ? null : <span className="block text-hint text-dim">{said}</span>;
}

function whyText({ failure, host, state, outcome }: OutboxItem): string | undefined {
  if (state === 'sent') return outcome?.copy?.failure && i18n.t('sentCopy.failed');
  return failure && state !== 'cancelled' ? advice(failure, host ? { host } : {}).title : undefined;
}
