import { type Contact, contactKey, merged, remembered, type Use } from '../../domain/contact.ts';
import type { LineChange } from '../../domain/contact-front.ts';
import { contactLine, lineKey, readContactLine } from '../../domain/contact-line.ts';
import { groupsOf } from '../../domain/incoming-contact.ts';
import type { Mailbox } from '../../domain/mailbox.ts';
import { mergedLine } from '../../domain/merged-line.ts';
import { type ContactRow, sortContacts } from '../../domain/sort-contacts.ts';
import { changeContacts } from './contact-changes.ts';
import { readShards } from './contact-shards.ts';
import { inSlices } from './in-slices.ts';
import { renewSuggestions } from './suggest.ts';

/** All entries in the order of lists, as they lie in storage. */
export async function listContactRows(): Promise<ContactRow[]> {
  return inSlices(sortContacts(await readShards()));
}

/** One more mail was accepted for each of these. @param site host of the page they were sent from */
export async function rememberRecipients(mailboxes: Mailbox[], site: string): Promise<void> {
  const uses = new Map<string, Use>(mailboxes.map((mailbox) => [mailbox.address, { ...mailbox, site }]));
  const now = Date.now();
  await change(uses.keys(), (known, address) => {
    const use = uses.get(address);
    return use && remembered(known, use, now);
  });
}

/** Adds what comes from a file to the list as it is at this moment. @param lines packed entries by the key of their address */
export function mergeIntoContacts(lines: Map<string, string>): Promise<LineChange[]> {
  return changeLines(lines.keys(), (known, key) => mergedLine(known, lines.get(key) ?? key));
}

/**
 * Puts an entry in the place of another; when the list has its address already, both become one.
 * @param former address it had before, undefined for a new one
 */
export function saveContact(contact: Contact, former?: string): Promise<LineChange[]> {
  const own = contactKey(contact.address);
  const isSame = former !== undefined && contactKey(former) === own;
  const addresses = former === undefined || isSame ? [contact.address] : [former, contact.address];
  return change(addresses, (known, address) => {
    if (contactKey(address) !== own) return undefined;
    return known && !isSame ? merged(contact, known) : contact;
  });
}

/** Puts these entries into a group. */
export function addToGroup(addresses: string[], group: string): Promise<LineChange[]> {
  return change(addresses, (known) => known && { ...known, groups: groupsOf([...known.groups, group]) });
}

/** @returns what is needed to undo it */
export function removeContacts(addresses: string[]): Promise<LineChange[]> {
  return change(addresses, () => undefined);
}

/** Takes a wrong or unwanted address out of the list, as the suggestions offer it. */
export async function forgetContact(address: string): Promise<void> {
  await removeContacts([address]);
}

/** Makes entries what they were before a change; what was changed otherwise meanwhile is lost. */
export async function undoContacts(changes: LineChange[]): Promise<void> {
  const byKey = new Map(changes.map(({ before, after = '' }) => [lineKey(before ?? after), before]));
  await changeLines(byKey.keys(), (_known, key) => byKey.get(key));
}

/** Gets the entry as it is, undefined when there is none; gives what it becomes, undefined when it goes. */
type ContactChange = (known: Contact | undefined, address: string) => Contact | undefined;

function change(addresses: Iterable<string>, each: ContactChange): Promise<LineChange[]> {
  const byKey = new Map([...addresses].map((address) => [contactKey(address), address]));
  return changeLines(byKey.keys(), (known, key) => {
    const contact = each(known === undefined ? undefined : readContactLine(known), byKey.get(key) ?? key);
    return contact && contactLine(contact);
  });
}

async function changeLines(...args: Parameters<typeof changeContacts>): Promise<LineChange[]> {
  const changes = await changeContacts(...args);
  renewSuggestions();
  return changes;
}
