import { failureSchema } from '../../domain/failure.ts';
import { z } from '../../domain/schema.ts';
import { storedItem } from './stored-item.ts';

/** Why the recipients of the last mail could not be put into the address list; null when they could. */
export const autoStoreTrouble = storedItem({
  area: 'local',
  key: 'autoStoreTrouble',
  schema: z.nullable(failureSchema),
  fallback: null,
});
