import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

const tones = {
  accent: 'bg-accent-soft text-accent',
  warn: 'bg-warn-soft text-warn',
  ok: 'bg-ok-soft text-ok',
} as const;

type Props = {
  icon: LucideIcon;
  tone: keyof typeof tones;
  heading: string;
  text: string;
  /** More about it, between text and buttons. */
  extra?: ReactNode;
  /** Buttons, the likely one first. */
  children?: ReactNode;
};

/** What stands in place of the form when there is nothing to fill in. */
export function BlankState({ icon: Icon, tone, heading, text, extra, children }: Props) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-6 text-center wrap-anywhere">
      <span className={`mb-2 grid size-14 place-items-center rounded-full ${tones[tone]}`}>
        <Icon size={24} strokeWidth={1.8} aria-hidden />
      </span>
      <h2 dir="auto" className="text-blank font-semibold">
        {heading}
      </h2>
      <p dir="auto" className="max-w-80 text-dim">
        {text}
      </p>
      {extra}
      <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div>
    </div>
  );
}
