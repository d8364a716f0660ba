/** Head and rows share their columns: state, recipients, subject, when, the arrow. */
export const rowColumns = 'grid grid-cols-[6.5rem_minmax(0,6fr)_minmax(0,5fr)_5.5rem_2rem] gap-x-3';
