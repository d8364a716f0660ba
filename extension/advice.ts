import { type GeneratedI18nStructure, i18n } from '#i18n';
import { maxRecipients } from '../domain/address.ts';
import { maxFiles } from '../domain/capture.ts';
import { maxContacts } from '../domain/contact.ts';
import type { Failure, FailureCode } from '../domain/failure.ts';
import { presetFor } from '../domain/presets.ts';
import { maxAttachments } from '../protocol/limits.ts';

/** The button that helps; a page leaves out what it has no button for. */
export type AdviceAction = 'retry' | 'settings' | 'senders' | 'disabled' | 'companion' | 'permission' | 'attach';

export type Advice = { title: string; text: string; action?: AdviceAction };

type Context = { host?: string; port?: number; file?: string };

/** A code without a row does not compile; one without words does not either, see `key`. */
const actions: Record<FailureCode, AdviceAction | null> = {
  'address-invalid': null,
  'address-disabled': 'disabled',
  'no-recipient': null,
  'too-many-recipients': null,
  'text-invalid': null,
  'not-set-up': 'settings',
  'page-blocked': 'attach',
  'page-hidden': 'permission',
  'page-loading': 'retry',
  'page-error': 'retry',
  'page-busy': 'retry',
  'page-changed': 'retry',
  'page-not-pdf': 'attach',
  'pdf-permission': 'permission',
  'tabs-permission': 'permission',
  'pdf-out-of-reach': 'attach',
  'pdf-login-page': 'retry',
  'pdf-damaged': 'retry',
  'pdf-slow': 'retry',
  'pdf-local-file': 'attach',
  'file-not-pdf': null,
  'too-many-files': null,
  'tab-without-pdf': 'retry',
  'pdf-too-big': 'attach',
  'companion-missing': 'companion',
  'companion-forbidden': 'companion',
  'companion-exited': 'companion',
  'companion-silent': 'companion',
  'companion-outdated': 'companion',
  'extension-outdated': null,
  'background-silent': 'retry',
  'frame-invalid': 'companion',
  'request-invalid': 'companion',
  'procedure-unknown': 'companion',
  'attachment-incomplete': 'retry',
  'spool-unwritable': 'retry',
  'storage-damaged': null,
  'settings-file-refused': null,
  'storage-newer': null,
  'draft-missing': 'retry',
  'secret-missing': 'settings',
  'secret-unwritable': null,
  'keyring-unavailable': 'settings',
  'password-without-tls': 'settings',
  'host-unknown': 'settings',
  'name-server-silent': 'retry',
  'connection-refused': 'settings',
  'connection-timeout': 'settings',
  'connection-lost': 'retry',
  'greeting-timeout': 'settings',
  'tls-wrong-port': 'settings',
  'tls-unavailable': 'settings',
  'tls-outdated': null,
  'certificate-expired': null,
  'certificate-untrusted': 'settings',
  'certificate-name': 'settings',
  'certificate-changed': null,
  'login-unsupported': 'settings',
  'login-required': 'settings',
  'login-refused': 'settings',
  'login-app-password': 'settings',
  'login-oauth': 'settings',
  'login-later': 'retry',
  'sender-refused': 'senders',
  'recipient-refused': null,
  'recipient-later': 'retry',
  'message-too-big': null,
  'message-refused': null,
  'server-later': 'retry',
  'server-refused': 'settings',
  'outcome-unknown': null,
  'network-blocks-mail': null,
  'tls-required': 'settings',
  'page-too-big': null,
  'print-unavailable': 'retry',
  'print-blocked-by-policy': null,
  'print-timeout': 'retry',
  'print-failed': 'retry',
  cancelled: null,
  'mail-changed': null,
  'folder-missing': 'senders',
  'copy-refused': null,
  'storage-full': null,
  'address-list-full': null,
  'contacts-file-refused': null,
  'already-sent': null,
  offline: null,
  'policy-invalid': null,
  'mail-busy': null,
  'copy-unconfirmed': 'settings',
  unexpected: 'retry',
};

/** What to tell people about a failure: what happened, the next step, and the button for it. */
export function advice(failure: Failure, context: Context = {}): Advice {
  const action = actions[failure.code];
  const values = valuesOf(failure, context);
  const named = underscored(failure.code);
  const special = specialText(failure, context);
  return {
    title: say(`failure.${named}.title`, values),
    text: say(special ?? `failure.${named}.text`, values),
    ...(action && { action }),
  };
}

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;
type Key = Extract<keyof GeneratedI18nStructure, `failure.${string}`>;

function underscored<Code extends FailureCode>(code: Code): Underscored<Code> {
  return code.replaceAll('-', '_') as Underscored<Code>;
}

/** `t` wants exactly the values that each text names; a table of all codes can only offer all of them to each. */
function say(key: Key, values: Record<string, string | number>): string {
  return (i18n.t as (key: Key, values: Record<string, string | number>) => string)(key, values);
}

function valuesOf(failure: Failure, { host, port, file }: Context): Record<string, string | number> {
  const server = host ?? i18n.t('fallback.host');
  return {
    host: server,
    server: host && port !== undefined ? `${host}:${port}` : server,
    file: file ?? i18n.t('fallback.file'),
    address: failure.address ?? i18n.t('fallback.address'),
    provider: (host && presetFor(host)?.name) ?? i18n.t('fallback.provider'),
    maxRecipients,
    maxFiles,
    maxSize: megabytes(maxAttachments, Math.ceil),
    // Rounded apart: a mail that is too big must never read as if it were just as big as what is taken.
    size: megabytes(failure.size ?? 0, Math.ceil),
    limit: megabytes(failure.limit ?? 0, Math.floor),
    maxContacts: maxContacts.toLocaleString(),
  };
}

function specialText(failure: Failure, context: Context): Key | undefined {
  if (needsAppPassword(failure, context)) return 'failure.login_refused.appPassword';
  return failure.size && failure.limit ? 'failure.message_too_big.sizes' : undefined;
}

/** Tenths below 10 MB. */
function megabytes(bytes: number, round: (value: number) => number): string {
  const mega = bytes / 1024 / 1024;
  return `${mega < 10 ? round(mega * 10) / 10 : round(mega)} MB`;
}

function needsAppPassword({ code }: Failure, { host }: Context): boolean {
  return code === 'login-refused' && host !== undefined && presetFor(host)?.password === 'app-password';
}
