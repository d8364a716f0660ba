import { type Contact, contactKey, newContact } from './contact.ts';

// Address, name, groups, note, last use in seconds, uses, sites; numbers in base 36. Empty fields at the end are left out, so that an
// entry never used takes no more than its address and name. Names, notes and groups are header texts: no tab or line end stands in them.
const between = ';';

/** An entry as one line of text: a hundred thousand of them are read faster than as many objects. */
export function contactLine(contact: Contact): string {
  return isUnused(contact) ? unusedLine(contact) : fullLine(contact);
}

/** As thousands of entries from a file are. */
function isUnused({ note, usedAt, useCount, sites }: Contact): boolean {
  for (const _ in sites) return false;
  return note === '' && usedAt === 0 && useCount === 0;
}

function unusedLine({ address, name, groups }: Contact): string {
  if (groups.length > 0) return `${address}\t${name}\t${groups.join(between)}`;
  return name ? `${address}\t${name}` : address;
}

function fullLine({ address, name, groups, note, usedAt, useCount, sites }: Contact): string {
  const fields = [
    address,
    name,
    groups.join(between),
    note,
    usedAt ? Math.floor(usedAt / 1000).toString(36) : '',
    useCount ? useCount.toString(36) : '',
    Object.entries(sites)
      .map(([site, count]) => `${site}=${count.toString(36)}`)
      .join(between),
  ];
  return fields.join('\t').replace(/\t+$/, '');
}

/** Key of the entry's address. */
export function lineKey(line: string): string {
  const end = line.indexOf('\t');
  return contactKey(end < 0 ? line : line.slice(0, end));
}

export function readContactLine(line: string): Contact {
  const [address = '', name = '', groups, note = '', usedAt, useCount, sites] = line.split('\t');
  const contact = newContact({ name, address });
  if (groups === undefined) return contact;
  return {
    ...contact,
    groups: parts(groups),
    note,
    usedAt: (Number.parseInt(usedAt || '0', 36) || 0) * 1000,
    useCount: Number.parseInt(useCount || '0', 36) || 0,
    sites: Object.fromEntries(parts(sites ?? '').map(readSite)),
  };
}

function parts(text: string): string[] {
  return text ? text.split(between) : [];
}

function readSite(text: string): [string, number] {
  const [site = '', count = ''] = text.split('=');
  return [site, Number.parseInt(count, 36) || 0];
}
