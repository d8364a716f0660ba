import { normaliseHostName } from './host-name.ts';
import { addressSchema, displayNameSchema } from './mailbox.ts';
import { z } from './schema.ts';

/** IPv4 in its plain four-part form: a relay inside the company is often known by number only. */
const plainIpv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Name or IPv4 address of a server, in normal form (lower-case A-labels). A single label such as `localhost` is fine. */
export const hostSchema = z.pipe(
  z.string(),
  z.transform((text: string, context) => {
    try {
      const host = text.trim().toLowerCase();
      return plainIpv4.test(host) ? host : normaliseHostName(host);
    } catch {
      context.issues.push({ code: 'custom', message: 'host-invalid', input: text });
      return z.NEVER;
    }
  }),
);

export const portSchema = z.int().check(z.gte(1), z.lte(65_535));
const securitySchema = z.enum(['ssl', 'tls', 'none']);

/** NUL would split the fields of AUTH PLAIN (RFC 4616), line ends the dialogue. */
const credential = z.string().check(z.maxLength(320), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** A certificate the user trusts for this server although no authority vouches for it. */
export const pinSchema = z.strictObject({
  /** SHA-256 fingerprint as node:tls prints it, `AB:CD:…`. */
  sha256: z.string().check(z.regex(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/)),
  pem: z.string().check(z.maxLength(16_384)),
});

export const serverSchema = z.strictObject({
  host: hostSchema,
  port: portSchema,
  security: securitySchema,
  /** Log in before sending. OAuth2 will come as another kind beside the password. */
  authentication: z.enum(['none', 'password']),
  /** Login name; the password for it is only ever in the companion. Empty without authentication. */
  login: credential,
  pin: z.optional(pinSchema),
});

/** The outgoing server of an account, as the companion gets it with each mail. */
export type Server = z.infer<typeof serverSchema>;

/** IMAP server and folder for copies of sent mail. */
export const sentCopySchema = z.strictObject({
  host: hostSchema,
  port: portSchema,
  security: z.enum(['ssl', 'tls']),
  /** Missing = the folder the server marks as \\Sent (RFC 6154). */
  folder: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
});

export const profileSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.maxLength(64)),
  /** The account used for sending. Its login is this address unless `server.login` says otherwise. */
  email: addressSchema,
  server: serverSchema,
  sender: z.strictObject({ name: displayNameSchema, address: addressSchema }),
  replyTo: z.array(addressSchema).check(z.maxLength(10)),
  /** Stands below every message; empty for none. */
  signature: z.string().check(
    z.maxLength(2000),
    z.refine((text) => !text.includes('\0') && text.isWellFormed()),
  ),
  /** Name of the PDF, such as `{number} {customer} {date}`; empty = the name the page gives. */
  fileNamePattern: z.string().check(z.maxLength(120)),
  /** Where a copy of what was sent is filed by IMAP; same login and password as the server. Missing = no copy. */
  sentCopy: z.optional(sentCopySchema),
});

/** One mail account with its sender and reply addresses. */
export type Profile = z.infer<typeof profileSchema>;

/** What a saved password is bound to: change any part and it is asked for again. */
export function secretKey(server: Pick<Server, 'host' | 'port' | 'login'>): string {
  return `${server.login}@${server.host}:${server.port}`;
}
