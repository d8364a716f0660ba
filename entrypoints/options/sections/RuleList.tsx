import { Ban, X } from 'lucide-react';
import { i18n } from '#i18n';
import { IconButton } from '../../../components/IconButton.tsx';

type Props = { rules: string[]; error: string | undefined; onRemove: (rule: string) => void };

export function RuleList({ rules, error, onRemove }: Props) {
  if (rules.length === 0) return <p className="mt-4 text-dim">{i18n.t('disabled.empty')}</p>;
  return (
    <>
      {error && (
        <p role="alert" className="mt-4 text-hint text-bad">
          {error}
        </p>
      )}
      <ul aria-label={i18n.t('disabled.list')} className="mt-4 border-b border-line">
        {rules.map((rule) => (
          <li key={rule} className="flex min-h-12 items-center gap-3 border-t border-line">
            <Ban size={18} strokeWidth={1.8} aria-hidden className="shrink-0 text-bad" />
            <bdi className="min-w-0 flex-1 truncate" title={rule}>
              {rule}
            </bdi>
            <span className="text-hint text-dim">{kindOf(rule)}</span>
            <IconButton icon={X} label={i18n.t('disabled.remove', { rule })} onClick={() => onRemove(rule)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function kindOf(rule: string): string {
  if (rule.startsWith('*.')) return i18n.t('disabled.kind.subdomains');
  return /^\*?@/.test(rule) ? i18n.t('disabled.kind.domain') : i18n.t('disabled.kind.address');
}
