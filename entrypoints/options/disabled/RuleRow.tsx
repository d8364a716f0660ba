import { Ban, X } from 'lucide-react';
import { i18n } from '#i18n';
import { IconButton } from '../../../components/IconButton.tsx';
import { maxRuleNote } from '../../../domain/rule-list.ts';

type Props = {
  rule: string;
  note: string;
  /** Where it stands among all, also those that are not drawn. */
  place: { index: number; count: number; start: number };
  onRemove: () => void;
  onNote: (note: string) => void;
};

export function RuleRow({ rule, note, place, onRemove, onNote }: Props) {
  return (
    <li
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      style={{ transform: `translateY(${place.start}px)` }}
      className={`absolute inset-x-0 flex h-12 items-center gap-3 border-line ${place.index > 0 ? 'border-t' : ''}`}
    >
      <Ban size={18} strokeWidth={1.8} aria-hidden className="shrink-0 text-bad" />
      <bdi className="min-w-0 flex-1 truncate" title={rule}>
        {rule}
      </bdi>
      <input
        type="text"
        dir="auto"
        aria-label={i18n.t('disabled.noteOn', { rule })}
        placeholder={i18n.t('disabled.noNote')}
        value={note}
        maxLength={maxRuleNote}
        onChange={(event) => onNote(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className="min-h-8 w-2/5 rounded-control border border-transparent bg-transparent px-2 text-label text-dim placeholder:text-dim hover:border-line focus:border-field focus:text-fg"
      />
      <span className="w-24 shrink-0 text-end text-hint text-dim">{kindOf(rule)}</span>
      <IconButton icon={X} label={i18n.t('disabled.remove', { rule })} onClick={onRemove} />
    </li>
  );
}

function kindOf(rule: string): string {
  if (rule.startsWith('*.')) return i18n.t('disabled.kind.subdomains');
  return /^\*?@/.test(rule) ? i18n.t('disabled.kind.domain') : i18n.t('disabled.kind.address');
}
