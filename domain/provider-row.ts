import type { Preset } from './presets.ts';

type Kind = Pick<Preset, 'login' | 'password'>;

/** The words in which the rows of the provider table are written. */
export const normal: Kind = { login: 'address', password: 'normal' };
export const localPart: Kind = { login: 'local-part', password: 'normal' };
export const oauth: Kind = { login: 'address', password: 'oauth-only' };
export const appPassword: Kind = { login: 'address', password: 'app-password' };

export const ssl = { port: 465, security: 'ssl' } as const;
export const tls = { port: 587, security: 'tls' } as const;
export const sslOrTls = { ...ssl, alternative: tls } as const;

/** Mail domains of the provider's users, separated by blanks. */
export function on(domains: string): { domains: string[] } {
  return { domains: domains.split(' ').filter(Boolean) };
}

/** Ends of the names of its mail exchangers, separated by blanks. */
export function mx(ends: string): { mx: string[] } {
  return { mx: ends.split(' ') };
}

/** SMTP must first be switched on in the provider's web mail. */
export const smtpOff: Pick<Preset, 'notes'> = { notes: [{ id: 'smtp-off' }] };
