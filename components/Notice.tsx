import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const tones = {
  bad: { icon: TriangleAlert, box: 'bg-bad-soft', title: 'text-bad' },
  warn: { icon: CircleAlert, box: 'bg-warn-soft', title: 'text-warn' },
  info: { icon: Info, box: 'bg-accent-soft', title: 'text-accent' },
} as const;

type Props = { tone: keyof typeof tones; title: string; children?: ReactNode };

/** A coloured box above what it is about. Only a failure interrupts a screen reader. */
export function Notice({ tone, title, children }: Props) {
  const { icon: Icon, box, title: colour } = tones[tone];
  return (
    <div role={tone === 'bad' ? 'alert' : undefined} className={`flex gap-3 rounded-card p-3 ${box}`}>
      <Icon size={18} strokeWidth={1.8} aria-hidden className={`mt-px shrink-0 ${colour}`} />
      <div className="grid min-w-0 flex-1 gap-1 wrap-anywhere">
        <p dir="auto" className={`font-semibold ${colour}`}>
          {title}
        </p>
        {children}
      </div>
    </div>
  );
}
