import type { Upgrade } from './database.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * From 256 texts of entries to 32 (version 5 of the tables). The number of a text is a hash modulo their count, so each new one is made
 * of the old ones whose number leaves the same remainder.
 */
export async function joinContactShards(transaction: Upgrade): Promise<void> {
  const store = transaction.objectStore('contacts');
  const [shards, stored] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const joined = new Map<number, string[]>();
  for (const [at, shard] of shards.entries()) {
    const texts = joined.get(shard % 32) ?? [];
    joined.set(shard % 32, [...texts, decoder.decode(stored[at])]);
  }
  await store.clear();
  for (const [shard, texts] of joined) await store.put(new TextEncoder().encode(texts.join('\n')), shard);
}
