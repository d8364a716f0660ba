import { maxContacts } from '../../domain/contact.ts';
import { type Incoming, noIncoming, takeRow } from '../../domain/incoming-contact.ts';
import { z } from '../../domain/schema.ts';
import { fileRefused } from './file-refused.ts';

export const jsonFormat = 'tabpost-contacts';

const entrySchema = z.strictObject({
  email: z.string(),
  name: z.optional(z.string()),
  groups: z.optional(z.array(z.string())),
  note: z.optional(z.string()),
});
const fileSchema = z.strictObject({ format: z.optional(z.literal(jsonFormat)), contacts: z.array(entrySchema) });

export type JsonEntry = z.infer<typeof entrySchema>;

/**
 * Our own file, or a bare list of `{ email, name }`. Fields it does not know refuse the whole file: one that also holds settings or a
 * disabled list must not look as if it were taken over.
 * @param rules the disabled list
 * @throws TabpostError `contacts-file-refused`
 */
export function readJson(text: string, rules: string[]): Incoming {
  const content = parse(text);
  const file = Array.isArray(content) ? { contacts: content } : content;
  const list = (file as { contacts?: unknown } | null)?.contacts;
  if (Array.isArray(list) && list.length > maxContacts) throw fileRefused('too-many');
  const parsed = z.safeParse(fileSchema, file);
  if (!parsed.success) throw fileRefused('json-shape', parsed.error.issues[0]?.path.join('.').slice(0, 80));
  const incoming = noIncoming();
  parsed.data.contacts.forEach(({ email, name = '', groups = [], note = '' }, at) => {
    takeRow(incoming, { place: at + 1, name, emails: [email], groups, note }, rules);
  });
  return incoming;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fileRefused('json', '', cause);
  }
}
