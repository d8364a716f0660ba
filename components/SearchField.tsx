import { Search } from 'lucide-react';
import { controlLook } from './control-look.ts';

type Props = { label: string; value: string; onChange: (text: string) => void };

/** A box above a list that narrows it. Enter must not press OK of the form around it. */
export function SearchField({ label, value, onChange }: Props) {
  return (
    <div className="relative max-w-80 flex-1">
      <Search size={16} strokeWidth={1.8} aria-hidden className="absolute start-3 top-1/2 -translate-y-1/2 text-dim" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        className={`${controlLook} ps-9`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
    </div>
  );
}
