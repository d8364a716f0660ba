import { getCACertificates, type PeerCertificate } from 'node:tls';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { Server } from '../../domain/profile.ts';

export type Login = { user: string; pass: string };
export type ServerOptions = SMTPConnectionOptions & { auth?: Login };

/** Code of our own error when the server shows another certificate than the pinned one. */
export const pinMismatch = 'TABPOST_PIN';

/**
 * How nodemailer is to reach this server; every field is set by us, none is taken over from a request.
 * TLS is never opportunistic: without `requireTLS` nodemailer sends the password in plain text to a server that does not
 * offer STARTTLS, and counts that as success (measured).
 */
export function serverOptions(server: Server, login: Login | undefined): ServerOptions {
  const { host, port, security } = server;
  return {
    host,
    port,
    secure: security === 'ssl',
    requireTLS: security === 'tls',
    ignoreTLS: security === 'none',
    ...(login && { auth: login }),
    tls: { minVersion: 'TLSv1.2', ...trustOf(server) },
    // The last resort: nodemailer's first limit covers everything up to the login. Each step has its own, see `watchdog`.
    connectionTimeout: 180_000,
    greetingTimeout: 180_000,
    socketTimeout: 660_000,
  };
}

/** TLS options that trust a pinned certificate and only that; none without a pin. */
export function trustOf({ pin }: Pick<Server, 'pin'>) {
  if (!pin) return {};
  const checkServerIdentity = (_host: string, { fingerprint256 }: PeerCertificate) =>
    fingerprint256 === pin.sha256 ? undefined : Object.assign(new Error('pin'), { code: pinMismatch });
  // A pinned certificate that an authority signed is no root: without this Node would ask for that authority.
  return { ca: pin.pem, allowPartialTrustChain: true, checkServerIdentity };
}

/** Adds the authorities this computer trusts, a company's own for example. Takes about 90 ms, so only when Node's own do not do. */
export function withSystemAuthorities<Options extends { tls?: object }>(options: Options): Options {
  const ca = [...getCACertificates('default'), ...getCACertificates('system')];
  return { ...options, tls: { ...options.tls, ca } };
}
