import { Mail } from 'lucide-react';

export function PageHeading({ title, subtitle }: { title: string; subtitle?: string | undefined }) {
  return (
    <div className="flex min-h-9 min-w-0 flex-1 items-center gap-3">
      <Mail size={18} strokeWidth={1.8} aria-hidden className="shrink-0 text-accent" />
      <div className="min-w-0">
        <h1 className="text-title font-semibold">{title}</h1>
        {subtitle && (
          <p className="truncate text-hint text-dim" title={subtitle}>
            <bdi>{subtitle}</bdi>
          </p>
        )}
      </div>
    </div>
  );
}
