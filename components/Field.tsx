import type { ReactNode } from 'react';
import { useId } from 'react';

/** What the control inside must carry, so that label, hint and error belong to it. */
type FieldWiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

type Props = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** `beside` puts the label in a column of its own, as the options do. */
  layout?: 'above' | 'beside';
  /** Stands at the end of the label's line. */
  action?: ReactNode;
  children: (wiring: FieldWiring) => ReactNode;
};

/** A label, its control, a hint, and what is wrong with it. */
export function Field({ label, hint, error, layout = 'above', action, children }: Props) {
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const beside = 'grid gap-1 border-t border-line py-3 sm:grid-cols-[200px_1fr] sm:gap-4';
  return (
    <div className={layout === 'beside' ? beside : 'grid gap-1'}>
      <div className={layout === 'beside' ? 'pt-1.5' : 'flex items-end justify-between text-label'}>
        <label htmlFor={id}>{label}</label>
        {action}
      </div>
      <div className="grid min-w-0 content-start gap-1">
        {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
        {error && (
          <p id={`${id}-error`} role="alert" dir="auto" className="text-hint text-bad">
            {error}
          </p>
        )}
        {hint && (
          <div id={`${id}-hint`} className="text-hint text-dim">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
