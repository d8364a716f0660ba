/** The look all text controls share. */
export const controlLook =
  'w-full min-h-9 rounded-control border border-field bg-bg px-3 py-1.5 text-body text-fg placeholder:text-dim disabled:text-dim aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad';
