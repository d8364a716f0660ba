const dots = { ok: 'bg-ok', busy: 'bg-dim', warn: 'bg-warn', bad: 'bg-bad' } as const;

export type Status = { tone: keyof typeof dots; text: string };

/** The one line that says where things stand; a screen reader hears every change. */
export function StatusLine({ tone, text }: Status) {
  return (
    <p role="status" className="flex min-w-0 items-center gap-2 text-hint text-dim">
      <span aria-hidden className={`size-2 shrink-0 rounded-full ${dots[tone]}`} />
      <bdi className="truncate">{text}</bdi>
    </p>
  );
}
