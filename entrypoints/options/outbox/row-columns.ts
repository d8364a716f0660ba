/** Head and rows share their columns. */
export const rowColumns = 'grid grid-cols-[6.5rem_minmax(0,1.25fr)_minmax(0,1fr)_5rem_9.5rem] gap-x-3';
