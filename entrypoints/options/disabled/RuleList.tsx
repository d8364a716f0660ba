import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { i18n } from '#i18n';
import { RuleRow } from './RuleRow.tsx';

type Props = {
  shown: string[];
  notes: Record<string, string>;
  onRemove: (rule: string) => void;
  onNote: (rule: string, note: string) => void;
};

const rowHeight = 48;

/** Draws only the rows in sight: there may be 100,000. */
export function RuleList({ shown, notes, onRemove, onNote }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => shown[index] ?? index,
    overscan: 8,
  });
  return (
    <div ref={box} className="mt-4 max-h-120 overflow-y-auto border-y border-line">
      <ul aria-label={i18n.t('disabled.list')} className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const rule = shown[index] ?? '';
          return (
            <RuleRow
              key={key}
              rule={rule}
              note={notes[rule] ?? ''}
              place={{ index, count: shown.length, start }}
              onRemove={() => onRemove(rule)}
              onNote={(note) => onNote(rule, note)}
            />
          );
        })}
      </ul>
    </div>
  );
}
