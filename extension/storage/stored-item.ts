import { browser } from 'wxt/browser';
import { TabpostError } from '../../domain/failure.ts';
import { z } from '../../domain/schema.ts';

export type StoredItem<Value> = {
  /** @throws TabpostError `storage-damaged`, `storage-newer` */
  read(): Promise<Value>;
  /** Read, change, write as one step: no other page or worker comes between; null leaves nothing. Resolves with what was written. */
  update(change: (value: Value) => Value): Promise<Value>;
  /** Calls back after every change by whomever, until the returned function is called. */
  watch(changed: (value: Value) => void): () => void;
};

type Place = { area: 'local' | 'session'; key: string };
type Reading<Value> = Place & {
  /** @param stored undefined when nothing is stored */
  parse(stored: unknown): Value;
  /** Items to write beside the new value, so that nothing of the old one is lost. */
  keep?(stored: unknown): Record<string, unknown>;
};

/**
 * One value in extension storage, parsed on every read. What cannot be parsed is reported and never overwritten:
 * a wiped setting is worse than an error.
 */
export function storedItem<Value>({
  schema,
  fallback,
  ...place
}: Place & { schema: z.ZodMiniType<Value>; fallback: Value }): StoredItem<Value> {
  return readItem({
    ...place,
    parse: (stored) => (stored === undefined ? fallback : parsed(place.key, schema, stored)),
  });
}

/** The same for a value that knows how to read itself. */
export function readItem<Value>({ area, key, parse, keep }: Reading<Value>): StoredItem<Value> {
  const storage = browser.storage[area];
  const stored = async () => (await storage.get(key))[key] as unknown;
  return {
    read: async () => parse(await stored()),
    update: (change) =>
      navigator.locks.request(`tabpost:${area}:${key}`, async () => {
        const before = await stored();
        const value = change(parse(before));
        await (value === null ? storage.remove(key) : storage.set({ ...keep?.(before), [key]: value }));
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
  throw new TabpostError('storage-damaged', { detail: key, cause: result.error });
}
