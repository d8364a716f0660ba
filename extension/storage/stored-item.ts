import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';
import { z } from '../../domain/schema.ts';

export type StoredItem<Value> = {
  /** @throws TabpostError `storage-damaged`, `storage-newer` */
  read(): Promise<Value>;
  /** Read, change, write as one step: no other page or worker comes between. Resolves with what was written. */
  update(change: (value: Value) => Value): Promise<Value>;
  /** Calls back after every change by whomever, until the returned function is called. */
  watch(changed: (value: Value) => void): () => void;
};

type Definition<Value> = { area: 'local' | 'session'; key: string; schema: z.ZodMiniType<Value>; fallback: Value };

/**
 * One value in extension storage, parsed on every read. What cannot be parsed is reported and never overwritten:
 * a wiped setting is worse than an error.
 */
export function storedItem<Value>({ area, key, schema, fallback }: Definition<Value>): StoredItem<Value> {
  const storage = browser.storage[area];
  const parse = (stored: unknown) => (stored === undefined ? fallback : parsed(key, schema, stored));
  const read = async () => parse((await storage.get(key))[key]);
  return {
    read,
    update: (change) =>
      navigator.locks.request(`tabpost:${area}:${key}`, async () => {
        const value = change(await read());
        await storage.set({ [key]: value });
        return value;
      }),
    watch: (changed) => {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) changed(parse(change.newValue));
      };
      storage.onChanged.addListener(listener);
      return () => storage.onChanged.removeListener(listener);
    },
  };
}

function parsed<Value>(key: string, schema: z.ZodMiniType<Value>, stored: unknown): Value {
  const result = z.safeParse(schema, stored);
  if (result.success) return result.data;
  const version = z.safeParse(z.object({ version: z.int().check(z.gt(1)) }), stored);
  throw new TabpostError(version.success ? 'storage-newer' : 'storage-damaged', { detail: key, cause: result.error });
}
