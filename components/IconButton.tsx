import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

type Props = ComponentProps<'button'> & { icon: LucideIcon; label: string };

export function IconButton({ icon: Icon, label, className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`grid size-8 shrink-0 place-items-center rounded-control text-dim not-disabled:hover:bg-accent-soft not-disabled:hover:text-fg ${className}`}
      {...rest}
    >
      <Icon size={18} strokeWidth={1.8} aria-hidden />
    </button>
  );
}
