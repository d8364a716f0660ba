import { z } from './schema.ts';

type Fields = Record<string, unknown>;

/**
 * Reads an object field by field. What does not parse becomes its fallback and is named; so is a field nobody knows, which goes.
 * A field that is damaged and has no fallback is named and missing from the value.
 */
export function healFields(
  shape: Record<string, z.ZodMiniType>,
  raw: Fields,
  fallbacks: Fields,
): { value: Fields; damaged: string[] } {
  const value: Fields = {};
  const damaged = Object.keys(raw).filter((name) => !Object.hasOwn(shape, name));
  for (const [name, schema] of Object.entries(shape)) {
    const field = z.safeParse(schema, Object.hasOwn(raw, name) ? raw[name] : undefined);
    if (!field.success) damaged.push(name);
    const healed = field.success ? field.data : fallbacks[name];
    if (healed !== undefined) value[name] = healed;
  }
  return { value, damaged };
}
