import { normaliseHostName } from './host-name.ts';
import { portSchema } from './profile.ts';
import { z } from './schema.ts';

/** A mail domain to ask DNS about: at least two labels, in its wire form. It is all that leaves the computer. */
export const mailDomainSchema = z.pipe(
  z.string().check(z.maxLength(253)),
  z.transform((text: string, context) => {
    try {
      const domain = normaliseHostName(text);
      if (domain.includes('.')) return domain;
    } catch {
      // said below
    }
    context.issues.push({ code: 'custom', message: 'domain-invalid', input: text });
    return z.NEVER;
  }),
);

/** An outgoing server that DNS names for a mail domain. DNS can be forged on the way: it is shown before it is used. */
export const proposalSchema = z.object({
  /** Lower-case A-labels. */
  host: z.string().check(z.maxLength(253), z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)),
  port: portSchema,
  security: z.enum(['ssl', 'tls']),
  /** `provider`: the mail exchanger belongs to a known provider; `srv`: the domain names its server itself (RFC 6186, RFC 8314). */
  source: z.enum(['provider', 'srv']),
  /** The record it came from: name of the mail exchanger, or of the service. */
  via: z.string(),
});

export type Proposal = z.infer<typeof proposalSchema>;
