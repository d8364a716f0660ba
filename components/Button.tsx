import type { ComponentProps } from 'react';

const looks = {
  primary:
    'border-accent bg-accent text-on-accent font-semibold not-disabled:hover:brightness-110 disabled:bg-bg disabled:text-dim disabled:border-line',
  secondary: 'border-line bg-bg text-fg not-disabled:hover:bg-accent-soft disabled:text-dim',
  link: 'border-transparent min-h-6! px-0! text-accent underline',
} as const;

type Props = ComponentProps<'button'> & { look?: keyof typeof looks };

export function Button({ look = 'secondary', className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-9 items-center gap-2 whitespace-nowrap rounded-control border px-3 text-label ${looks[look]} ${className}`}
      {...rest}
    />
  );
}
