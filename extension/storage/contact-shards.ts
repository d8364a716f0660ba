import type { IDBPTransaction } from 'idb';
import { type Contact, contactKey } from '../../domain/contact.ts';
import type { LineChange } from '../../domain/contact-front.ts';
import { contactLine, readContactLine } from '../../domain/contact-line.ts';
import { database, type Tables } from './database.ts';

// Entries lie together in packed texts: a hundred thousand records of their own would take seconds to write and to read.
const shardCount = 256;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Gets the entry as it is, undefined when there is none; gives what it becomes, undefined when it goes. */
export type ContactChange = (known: Contact | undefined, address: string) => Contact | undefined;
export type ContactsTransaction = IDBPTransaction<Tables, ('contacts' | 'contactFront')[], 'readwrite'>;

/** All entries as texts of lines. */
export async function readShards(inside?: ContactsTransaction): Promise<string[]> {
  const stored = await (inside ? inside.objectStore('contacts').getAll() : (await database()).getAll('contacts'));
  return stored.map((bytes) => decoder.decode(bytes));
}

/** The shard of each address. */
export function byShard(addresses: Iterable<string>): Map<number, string[]> {
  const shards = new Map<number, string[]>();
  for (const address of addresses) {
    const shard = hash(contactKey(address)) % shardCount;
    const own = shards.get(shard);
    if (own) own.push(address);
    else shards.set(shard, [address]);
  }
  return shards;
}

/** Changes these entries of one shard. */
export async function changeShard(
  transaction: ContactsTransaction,
  [shard, addresses]: [number, string[]],
  change: ContactChange,
): Promise<LineChange[]> {
  const store = transaction.objectStore('contacts');
  const lines = linesOf(await store.get(shard));
  const changes = addresses.map((address) => changeLine(lines, address, change));
  if (lines.size === 0) await store.delete(shard);
  else await store.put(encoder.encode([...lines.values()].join('\n')), shard);
  return changes;
}

function changeLine(lines: Map<string, string>, address: string, change: ContactChange): LineChange {
  const key = contactKey(address);
  const before = lines.get(key);
  const contact = change(before === undefined ? undefined : readContactLine(before), address);
  const after = contact && contactLine(contact);
  if (after === undefined) lines.delete(key);
  else lines.set(key, after);
  return { before, after };
}

function linesOf(bytes: Uint8Array | undefined): Map<string, string> {
  const lines = bytes ? decoder.decode(bytes).split('\n') : [];
  return new Map(lines.map((line) => [contactKey(line.split('\t', 1)[0] ?? ''), line]));
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
