import { type ProbeRun, probeRunSchema } from '../domain/probe.ts';
import { z } from '../domain/schema.ts';
import { type StoredItem, storedItem } from './storage/stored-item.ts';

/** The latest connection test; null before the first. The background writes it, the page that started it watches. */
export const probeRunItem: StoredItem<ProbeRun | null> = storedItem({
  area: 'session',
  key: 'probe',
  schema: z.nullable(probeRunSchema),
  fallback: null,
});
