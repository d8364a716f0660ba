import type { Mailbox } from './mailbox.ts';

/** An entry of the address list. Whether it is disabled is said by the disabled list alone. */
export type Contact = Mailbox & {
  /** Names of the groups it stands in. */
  groups: string[];
  /** What a person wrote about it; empty = nothing. */
  note: string;
  /** ms since 1970 of the last mail that a server accepted for it; 0 = never. Kept to the second. */
  usedAt: number;
  useCount: number;
  /** Mails by host of the page they were sent from; the latest `maxSites` hosts. */
  sites: Record<string, number>;
};

export const maxContacts = 100_000;
export const maxGroups = 20;
export const maxGroupName = 64;
export const maxNote = 200;
const maxSites = 5;

const nowhere: Record<string, number> = Object.freeze({});

export function newContact({ name, address }: Mailbox): Contact {
  return { name, address, groups: [], note: '', usedAt: 0, useCount: 0, sites: nowhere };
}

/** One entry a mailbox, whatever the case it is written in. */
export function contactKey(address: string): string {
  return address.toLowerCase();
}

export type Use = { name: string; address: string /** Host of the page; empty when it has none. */; site: string };

/** The entry after one more mail. A name a person gave it stays. @param now ms since 1970 */
export function remembered(known: Contact | undefined, { name, address, site }: Use, now: number): Contact {
  const contact = known ?? newContact({ name, address });
  return {
    ...contact,
    name: contact.name || name,
    usedAt: Math.max(contact.usedAt, now),
    useCount: contact.useCount + 1,
    sites: site ? counted(contact.sites, site) : contact.sites,
  };
}

/** What is known and what comes in from a file as one entry: nothing that is known is lost or overwritten. */
export function merged(known: Contact, other: Contact): Contact {
  return {
    address: known.address,
    name: known.name || other.name,
    groups: [...new Set([...known.groups, ...other.groups])].slice(0, maxGroups),
    note: known.note || other.note,
    usedAt: Math.max(known.usedAt, other.usedAt),
    useCount: Math.max(known.useCount, other.useCount),
    sites: lastOf({ ...other.sites, ...known.sites }),
  };
}

/** The site that was used last stands last. */
function counted(sites: Record<string, number>, site: string): Record<string, number> {
  const { [site]: _old, ...others } = sites;
  const count = Object.hasOwn(sites, site) ? (sites[site] ?? 0) : 0;
  return lastOf({ ...others, [site]: count + 1 });
}

function lastOf(sites: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(sites).slice(-maxSites));
}
