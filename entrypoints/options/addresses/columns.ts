/** Tick, name, address, last use, mails, buttons: the same widths in every row. */
export const columns = 'grid grid-cols-[24px_minmax(0,2fr)_minmax(0,3fr)_84px_72px_104px] items-center gap-2 px-1';
