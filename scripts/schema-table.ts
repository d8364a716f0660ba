/** The parts of JSON Schema that zod makes of our schemas. */
export type JsonSchema = {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema | false;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
};

/** Fields of an object as a Markdown table; objects inside it follow as `outer.inner`. */
export function fieldTable(schema: JsonSchema, docs: Map<string, string>): string {
  const rows = fieldsOf(schema, '');
  if (rows.length === 0) return 'No fields.';
  const lines = rows.map(({ path, type }) => `| \`${path}\` | ${type} | ${docs.get(lastName(path)) ?? ''} |`);
  return ['| field | type | meaning |', '| --- | --- | --- |', ...lines].join('\n');
}

function fieldsOf(schema: JsonSchema, prefix: string): { path: string; type: string }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const isOptional = !schema.required?.includes(name);
    const row = { path: prefix + name + (isOptional ? '?' : ''), type: typeText(field) };
    const inner = field.items || field;
    return [row, ...fieldsOf(inner, `${prefix}${name}${field.items ? '[]' : ''}.`)];
  });
}

function lastName(path: string): string {
  return path.replace(/\?$/, '').split('.').at(-1) ?? path;
}

/** A schema in a few words: `integer (from 1)`, `"ssl" | "tls"`, `list of Mailbox (at most 10 entries)`. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref) return link(schema.$ref);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' \\| ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeText).join(' or ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeText).join(', ')}]`;
  const name =
    schema.type === 'array' ? `list of ${typeText(schema.items || {})}` : (schema.format ?? schema.type ?? 'any');
  const bounds = limits(schema).join(', ');
  return bounds ? `${name} (${bounds})` : name;
}

function limits(schema: JsonSchema): string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, format } = schema;
  return [
    ...range(minimum, maximum, ''),
    ...range(minLength, maxLength, ' characters'),
    ...range(minItems, maxItems, ' entries'),
    ...(pattern && !format ? [`\`${pattern.replaceAll('|', '\\|')}\``] : []),
  ];
}

function range(min: number | undefined, max: number | undefined, unit: string): string[] {
  const from = isBound(min) ? min : undefined;
  const to = isBound(max) ? max : undefined;
  if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`];
  if (from !== undefined) return [`from ${from}${unit}`];
  return to === undefined ? [] : [`up to ${to}${unit}`];
}

/** zod writes the limits of safe integers into every integer; they say nothing. */
function isBound(limit: number | undefined): boolean {
  return limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
}

function literal(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

function link(ref: string): string {
  const name = ref.split('/').at(-1) ?? ref;
  return `[${name}](#${name.toLowerCase()})`;
}
