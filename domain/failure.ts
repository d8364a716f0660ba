import { z } from './schema.ts';

/**
 * What may help after a failure: `later` the outbox tries again by itself; `ask` a person who has read the advice may press again;
 * `never` pressing again changes nothing, first the mail or the settings have to change.
 */
type Retry = 'never' | 'later' | 'ask';

type Row = { retry: Retry; when: string };

/** The closed table of everything that can go wrong. Codes are appended, never renamed or reused. */
export const failures = {
  'address-invalid': { retry: 'never', when: 'A recipient, sender or reply address is not one plain e-mail address.' },
  'address-disabled': { retry: 'never', when: 'An address is caught by a rule of the disabled list.' },
  'no-recipient': { retry: 'never', when: 'A mail has no recipient at all.' },
  'too-many-recipients': { retry: 'never', when: 'A list holds more recipients than one mail may have.' },
  'text-invalid': { retry: 'never', when: 'Subject, name or file name holds control characters or is too long.' },
  'not-set-up': { retry: 'never', when: 'No mail server, or no sender, is saved yet.' },

  'page-blocked': { retry: 'never', when: 'The browser lets no extension touch this page (its own pages, its store).' },
  'page-hidden': {
    retry: 'ask',
    when: 'The browser hides what this tab shows until the permission is given: a `blob:` PDF looks like this.',
  },
  'page-loading': { retry: 'ask', when: 'The page is still loading.' },
  'page-error': { retry: 'ask', when: 'The tab shows an error page or is still loading.' },
  'page-busy': { retry: 'ask', when: 'The page shows a dialog, so the browser answers no question about it.' },
  'page-changed': {
    retry: 'ask',
    when: 'The tab went to another page while its PDF was fetched, or shows another document by now.',
  },
  'page-not-pdf': { retry: 'never', when: 'The tab shows something else than a PDF.' },
  'pdf-permission': {
    retry: 'ask',
    when: 'This browser needs the permission for the site before the PDF can be read.',
  },
  'tabs-permission': { retry: 'ask', when: 'Several tabs are selected, and only the one in front may be read.' },
  'pdf-out-of-reach': {
    retry: 'never',
    when: 'The PDF came from a form or a one-time link and is not kept by the browser.',
  },
  'pdf-login-page': {
    retry: 'ask',
    when: 'The server answered with a web page (often its login page) instead of the PDF.',
  },
  'pdf-damaged': { retry: 'ask', when: 'The bytes are empty, cut off, or no PDF.' },
  'pdf-slow': { retry: 'ask', when: 'The PDF did not arrive completely in time.' },
  'pdf-local-file': { retry: 'never', when: 'The tab shows a PDF of this computer: only a person can attach it.' },
  'file-not-pdf': { retry: 'never', when: 'An attached file is no whole PDF; the detail is its name.' },
  'too-many-files': { retry: 'never', when: 'A mail holds more PDFs than it may.' },
  'tab-without-pdf': { retry: 'ask', when: 'One of several selected tabs gave no PDF; the detail is its title.' },
  'pdf-too-big': { retry: 'never', when: 'The PDF is larger than Tabpost carries.' },

  'companion-missing': {
    retry: 'ask',
    when: 'The browser finds no companion, or it is not registered for this browser.',
  },
  'companion-forbidden': { retry: 'ask', when: 'The companion is registered for another extension id.' },
  'companion-exited': { retry: 'ask', when: 'The companion was found but ended before it answered.' },
  'companion-silent': { retry: 'ask', when: 'The companion did not answer within its deadline.' },
  'companion-outdated': { retry: 'ask', when: 'The companion speaks only an older protocol than this extension.' },
  'extension-outdated': { retry: 'ask', when: 'The companion speaks only a newer protocol than this extension.' },
  'background-silent': { retry: 'ask', when: "The extension's background did not answer a page within its deadline." },

  'frame-invalid': { retry: 'never', when: 'A message on the wire is no valid frame.' },
  'request-invalid': { retry: 'never', when: 'A request does not match its schema, or comes before hello.' },
  'procedure-unknown': { retry: 'never', when: 'A request names a procedure that does not exist.' },
  'attachment-incomplete': { retry: 'ask', when: 'Length or SHA-256 of an attachment differ from what was declared.' },
  'spool-unwritable': { retry: 'ask', when: 'The companion cannot record the mail on disk, so it did not begin.' },
  'storage-damaged': { retry: 'ask', when: 'Something kept in the browser can no longer be read.' },
  'settings-file-refused': {
    retry: 'never',
    when: 'A file of settings to import is none, holds unknown fields or a password; the detail names the first fault.',
  },
  'storage-newer': { retry: 'never', when: 'The settings were written by a newer version of Tabpost.' },
  'draft-missing': { retry: 'ask', when: 'The draft or its PDF is gone from the storage of the browser.' },

  'secret-missing': { retry: 'never', when: 'No password is saved for this server, port and login.' },
  'secret-unwritable': { retry: 'ask', when: 'The password could not be saved.' },
  'keyring-unavailable': {
    retry: 'ask',
    when: "This computer's keyring cannot be used; the detail says why: no-module, no-bus, no-service, no-collection, locked, silent.",
  },
  'password-without-tls': {
    retry: 'never',
    when: 'A login without encryption was asked for; the companion refuses it.',
  },

  'host-unknown': { retry: 'ask', when: 'The name of the mail server does not exist in DNS.' },
  'name-server-silent': { retry: 'ask', when: 'The name server (DNS) could not be asked, or did not answer in time.' },
  'connection-refused': { retry: 'later', when: 'Nothing listens at this server and port.' },
  'connection-timeout': {
    retry: 'later',
    when: 'The server did not answer the connection (firewall, wrong port, server down).',
  },
  'connection-lost': { retry: 'later', when: 'The connection broke before the message was complete.' },
  'greeting-timeout': {
    retry: 'ask',
    when: 'The port was opened but sent no greeting: often a port that wants SSL from the start.',
  },
  'tls-wrong-port': { retry: 'ask', when: 'SSL from the start was tried on a port that begins in plain text.' },
  'tls-unavailable': { retry: 'ask', when: 'TLS is required but the server does not offer STARTTLS on this port.' },
  'tls-outdated': { retry: 'ask', when: 'The server speaks only TLS versions that are no longer safe.' },
  'certificate-expired': { retry: 'ask', when: "The server's certificate is expired or not valid yet." },
  'certificate-untrusted': { retry: 'ask', when: 'No authority this computer trusts has signed the certificate.' },
  'certificate-name': { retry: 'ask', when: 'The certificate is made out for another server name.' },
  'certificate-changed': { retry: 'ask', when: 'The server shows another certificate than the one that was pinned.' },
  'login-unsupported': { retry: 'ask', when: 'A login is set but the server offers none here.' },
  'login-required': { retry: 'ask', when: 'The server wants a login before it takes mail.' },
  'login-refused': { retry: 'ask', when: 'The server refused e-mail address or password.' },
  'login-app-password': { retry: 'ask', when: 'The server wants an app password instead of the normal one.' },
  'login-oauth': { retry: 'ask', when: 'The provider has switched password login off.' },
  'login-later': { retry: 'later', when: 'The server cannot check logins at the moment (454).' },
  'sender-refused': { retry: 'ask', when: 'The server does not let this login send as this sender.' },
  'recipient-refused': { retry: 'ask', when: 'The server refused a recipient for good (5xx).' },
  'recipient-later': { retry: 'later', when: 'The server refused a recipient for now (4xx).' },
  'message-too-big': { retry: 'never', when: 'The mail is larger than the server accepts (SIZE, 552).' },
  'message-refused': { retry: 'ask', when: 'The server refused the message for good (5xx).' },
  'server-later': { retry: 'later', when: 'The server asked to come back later (421, 4xx).' },
  'server-refused': { retry: 'ask', when: 'The server refuses this computer, or answered something that is not SMTP.' },
  'outcome-unknown': { retry: 'ask', when: 'The whole message was handed over but no complete answer came back.' },
  'network-blocks-mail': {
    retry: 'later',
    when: 'No mail port of the server can be reached, but its web port can: the network blocks mail.',
  },
  'already-sent': {
    retry: 'ask',
    when: 'This PDF, or the page it came from, was sent before: a second press sends it once more.',
  },
  offline: { retry: 'later', when: 'The computer has no network at all.' },
  'tls-required': { retry: 'ask', when: 'The server wants TLS (STARTTLS) before it goes on, and none was chosen.' },

  'page-too-big': { retry: 'never', when: 'The page with its pictures is larger than can be printed.' },
  'print-unavailable': { retry: 'ask', when: 'The companion found no browser that can print.' },
  'print-blocked-by-policy': {
    retry: 'never',
    when: "A rule of the computer's administrator keeps every browser from printing for the companion.",
  },
  'print-timeout': { retry: 'ask', when: 'Printing the page took longer than its time.' },
  'print-failed': { retry: 'ask', when: 'The browser that prints ended or gave no PDF.' },
  cancelled: { retry: 'never', when: 'Its sender took the mail back before its last byte could leave.' },
  'mail-changed': {
    retry: 'never',
    when: 'Another mail with this id was handed over before and may be delivered; a changed one needs an id of its own.',
  },
  'folder-missing': {
    retry: 'ask',
    when: 'The mailbox has no folder for copies of sent mail, or not the one that was set.',
  },
  'copy-refused': {
    retry: 'ask',
    when: 'The IMAP server refused to file the copy: the mailbox is full, or read-only.',
  },
  'storage-full': { retry: 'ask', when: 'The disk, or the room the browser gives Tabpost, is full.' },
  'address-list-full': { retry: 'never', when: 'The address list holds as many addresses as it can.' },
  'contacts-file-refused': {
    retry: 'never',
    when: 'A file of addresses to import cannot be read, or is too large; the detail says why.',
  },

  'policy-invalid': {
    retry: 'ask',
    when: "The organisation's policy, of the browser or of this computer, can't be read; the detail names field or file.",
  },

  'mail-busy': {
    retry: 'later',
    when: 'The companion still works on this mail: most often it files the copy for the Sent folder.',
  },
  'copy-unconfirmed': {
    retry: 'ask',
    when: 'The saved password was not typed for this IMAP server, so it is not shown to it; the detail is its name and port.',
  },
  unexpected: { retry: 'ask', when: 'A fault in Tabpost itself.' },
} as const satisfies Record<string, Row>;

export type FailureCode = keyof typeof failures;

const knownCode = z.enum(Object.keys(failures) as FailureCode[]);
const laterCode = z.pipe(
  z.string().check(z.regex(/^[a-z]+(?:-[a-z]+)*$/)),
  z.transform((): FailureCode => 'unexpected'),
);

export const failureSchema = z.object({
  /** One of the table; a code that a newer companion knows and this extension does not reads as `unexpected`. */
  code: z.union([knownCode, laterCode]),
  /** Technical: a server's own line, cleaned; a field's name. Never prose, never a secret. */
  detail: z.optional(z.string()),
  address: z.optional(z.string()),
  /** Bytes of the message on the wire, with `message-too-big`; `limit`: what the server takes, when it says so. */
  size: z.optional(z.int()),
  limit: z.optional(z.int()),
});

/** What crosses a border instead of an Error. */
export type Failure = z.infer<typeof failureSchema>;

/** The one error type thrown inside; `toFailure` makes plain data of it at a border. */
export class TabpostError extends Error {
  override readonly name = 'TabpostError';
  readonly code: FailureCode;
  readonly detail: string | undefined;
  readonly address: string | undefined;
  readonly size: number | undefined;
  readonly limit: number | undefined;

  constructor(code: FailureCode, options: Omit<Failure, 'code'> & { cause?: unknown } = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
    this.address = options.address;
    this.size = options.size;
    this.limit = options.limit;
  }

  static from({ code, ...facts }: Failure): TabpostError {
    return new TabpostError(code, facts);
  }
}

/** Plain data for the wire. Anything that is not ours becomes `unexpected` with its message as detail. */
export function toFailure(error: unknown): Failure {
  if (error instanceof TabpostError) {
    const { code, detail, address, size, limit } = error;
    return {
      code,
      ...(detail !== undefined && { detail }),
      ...(address !== undefined && { address }),
      ...(size !== undefined && { size }),
      ...(limit !== undefined && { limit }),
    };
  }
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) };
}
