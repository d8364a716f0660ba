import type { IDBPTransaction } from 'idb';
import type { LineChange } from '../../domain/contact-front.ts';
import { lineKey } from '../../domain/contact-line.ts';
import { database, type Tables } from './database.ts';

// Entries lie together in packed texts: a hundred thousand records of their own would take seconds to write and to read. Few of them,
// because each costs the database as much as 10 KB of text does: 20,000 entries go into 32 texts in 10 ms, into 256 in 60 ms.
const shardCount = 32;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Gets the entry of a key as it is, packed, undefined when there is none; gives what it becomes, undefined when it goes. */
export type EntryChange = (known: string | undefined, key: string) => string | undefined;
export type ContactsTransaction = IDBPTransaction<Tables, ('contacts' | 'contactFront')[], 'readwrite'>;

/** All entries as texts of lines. */
export async function readShards(inside?: ContactsTransaction): Promise<string[]> {
  const stored = await (inside ? inside.objectStore('contacts').getAll() : (await database()).getAll('contacts'));
  return stored.map((bytes) => decoder.decode(bytes));
}

/** The shard of each key. */
export function byShard(keys: Iterable<string>): Map<number, string[]> {
  const shards = new Map<number, string[]>();
  for (const key of keys) {
    const shard = hash(key) % shardCount;
    const own = shards.get(shard);
    if (own) own.push(key);
    else shards.set(shard, [key]);
  }
  return shards;
}

/** Changes these entries of one shard. */
export async function changeShard(
  transaction: ContactsTransaction,
  [shard, keys]: [number, string[]],
  change: EntryChange,
): Promise<LineChange[]> {
  const store = transaction.objectStore('contacts');
  const lines = linesOf(await store.get(shard));
  const changes = keys.map((key) => changeLine(lines, key, change));
  if (lines.size === 0) await store.delete(shard);
  else await store.put(encoder.encode([...lines.values()].join('\n')), shard);
  return changes;
}

function changeLine(lines: Map<string, string>, key: string, change: EntryChange): LineChange {
  const before = lines.get(key);
  const after = change(before, key);
  if (after === undefined) lines.delete(key);
  else lines.set(key, after);
  return { before, after };
}

function linesOf(bytes: Uint8Array | undefined): Map<string, string> {
  const lines = bytes ? decoder.decode(bytes).split('\n') : [];
  return new Map(lines.map((line) => [lineKey(line), line]));
}

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
