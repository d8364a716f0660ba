import { attachmentSchema } from '../domain/attachment.ts';
import { failureSchema } from '../domain/failure.ts';
import { mailSchema } from '../domain/mail.ts';
import { addressSchema, displayNameSchema, mailboxSchema } from '../domain/mailbox.ts';
import { copyResultSchema, deliveryStateSchema, outcomeSchema, recipientResultSchema } from '../domain/outcome.ts';
import { hostSchema, sentCopySchema, serverSchema } from '../domain/profile.ts';
import { z } from '../domain/schema.ts';
import type { JsonSchema } from './schema-table.ts';

type NamedType = { name: string; schema: z.core.$ZodType; file: string; declared: string };

/** Types that get a section of their own in PROTOCOL.md: where they are declared and under which name. */
export const namedTypes: NamedType[] = [
  { name: 'Mail', schema: mailSchema, file: 'domain/mail.ts', declared: 'mailSchema' },
  { name: 'Mailbox', schema: mailboxSchema, file: 'domain/mailbox.ts', declared: 'Mailbox' },
  { name: 'Address', schema: addressSchema, file: 'domain/mailbox.ts', declared: 'addressSchema' },
  { name: 'DisplayName', schema: displayNameSchema, file: 'domain/mailbox.ts', declared: 'displayNameSchema' },
  { name: 'Attachment', schema: attachmentSchema, file: 'domain/attachment.ts', declared: 'attachmentSchema' },
  { name: 'Server', schema: serverSchema, file: 'domain/profile.ts', declared: 'Server' },
  { name: 'Host', schema: hostSchema, file: 'domain/profile.ts', declared: 'hostSchema' },
  { name: 'Outcome', schema: outcomeSchema, file: 'domain/outcome.ts', declared: 'Outcome' },
  { name: 'CopyResult', schema: copyResultSchema, file: 'domain/outcome.ts', declared: 'copyResultSchema' },
  { name: 'SentCopy', schema: sentCopySchema, file: 'domain/profile.ts', declared: 'sentCopySchema' },
  { name: 'DeliveryState', schema: deliveryStateSchema, file: 'domain/outcome.ts', declared: 'deliveryStateSchema' },
  {
    name: 'RecipientResult',
    schema: recipientResultSchema,
    file: 'domain/outcome.ts',
    declared: 'recipientResultSchema',
  },
  { name: 'Failure', schema: failureSchema, file: 'domain/failure.ts', declared: 'Failure' },
];

const registry = z.registry<{ id: string }>();
for (const { name, schema } of namedTypes) registry.add(schema, { id: name });
// The codes have their own section, with what each means.
registry.add(failureSchema.shape.code, { id: 'Failures' });

/** The schema as it goes over the wire; named types inside it stay references. */
export function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, { metadata: registry, io: 'input', unrepresentable: 'any' }) as JsonSchema;
}
