import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { OutboxRow } from './OutboxRow.tsx';
import type { RowActions } from './row-actions.ts';
import { rowColumns } from './row-columns.ts';
import { useItems } from './use-items.ts';
import { useRowKeys } from './use-row-keys.ts';

type Props = RowActions & { ids: string[] };

const rowHeight = 53;

/** All mails as a table; only the rows on the screen are there. */
export function OutboxList({ ids, ...actions }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string>();
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const items = useItems(shown.flatMap(({ index }) => ids[index] ?? []));
  const toggle = (id: string) => setOpen((now) => (now === id ? undefined : id));
  const keys = useRowKeys({ ids, scrollTo: (index) => rows.scrollToIndex(index), onOpen: toggle });
  return (
    // `isolate`: the head stays above the rows, not above dialogues.
    <div ref={scroller} className="isolate max-h-[calc(100vh-17rem)] min-h-60 overflow-y-auto">
      {/* Blocks and grids instead of table boxes: rows are put where they belong one by one. */}
      <table className="block" aria-label={i18n.t('outbox.heading')} aria-rowcount={ids.length + 1}>
        <thead className="sticky top-0 z-10 block bg-bg">
          <tr aria-rowindex={1} className={`${rowColumns} border-b border-line py-2 text-hint text-dim`}>
            {columns.map((label) => (
              <th key={label} scope="col" className="text-start font-normal">
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{i18n.t('outbox.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="relative block" style={{ height: rows.getTotalSize() }} {...keys.body}>
          {shown.map(({ index, start, key }) => {
            const id = ids[index] ?? '';
            return (
              <OutboxRow
                key={key}
                ref={rows.measureElement}
                item={items.get(id)}
                index={index}
                start={start}
                open={open === id}
                focusable={keys.isCurrent(index)}
                onToggle={() => toggle(id)}
                {...actions}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const columns = [i18n.t('outbox.state'), i18n.t('outbox.recipients'), i18n.t('outbox.subject'), i18n.t('outbox.when')];
