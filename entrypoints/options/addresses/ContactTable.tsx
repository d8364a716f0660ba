import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '../../../domain/contact.ts';
import { readContactLine } from '../../../domain/contact-line.ts';
import type { ContactRow as Row } from '../../../domain/sort-contacts.ts';
import { ContactRow } from './ContactRow.tsx';
import { columns } from './columns.ts';
import { tableKeys } from './table-keys.ts';
import type { AddressActions } from './use-address-actions.ts';
import type { Selection } from './use-selection.ts';

export type TableActions = AddressActions & { edit: (contact: Contact) => void };

type Props = {
  rows: Row[];
  /** Rows there are, also those not read yet. */
  count: number;
  rules: string[];
  selection: Selection;
  actions: TableActions;
};

const rowHeight = 44;
const headingHeight = 26;

/** Draws only the rows in sight: there may be 100,000. One tab stop; arrows move, Space ticks, Enter edits, Delete deletes. */
export function ContactTable({ rows, count, rules, selection, actions }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const active = Math.min(place, rows.length - 1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: headingHeight,
    initialRect: { width: 0, height: 480 },
  });
  const move = (to: number) => {
    setPlace(to);
    virtual.scrollToIndex(to);
  };
  return (
    <div ref={box} className="mt-2 max-h-120 overflow-y-auto">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table the keyboard goes through
        role="grid"
        tabIndex={0}
        aria-label={i18n.t('addresses.list')}
        aria-rowcount={count + 1}
        aria-multiselectable
        aria-activedescendant={`contact-${active}`}
        className="group block"
        onKeyDown={tableKeys({ rows, active, move, selection, actions })}
      >
        <Headings />
        <tbody className="relative block" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <ContactRow
              key={rows[index]?.key ?? index}
              contact={readContactLine(rows[index]?.line ?? '')}
              place={{ index, start, isActive: index === active }}
              rules={rules}
              selection={selection}
              actions={actions}
              onPress={() => setPlace(index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Headings() {
  return (
    <thead className="sticky top-0 z-1 block bg-bg">
      <tr
        aria-rowindex={1}
        className={`${columns} border-b border-line py-1 text-start text-hint text-dim *:text-start *:font-normal`}
      >
        <th scope="col" aria-label={i18n.t('addresses.selected')} />
        <th scope="col">{i18n.t('addresses.name')}</th>
        <th scope="col">{i18n.t('addresses.address')}</th>
        <th scope="col">{i18n.t('addresses.lastUsed')}</th>
        <th scope="col">{i18n.t('addresses.sent')}</th>
        <th scope="col" aria-label={i18n.t('addresses.actions')} />
      </tr>
    </thead>
  );
}
