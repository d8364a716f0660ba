import type { Server } from '../../../domain/profile.ts';
import type { AccountValues } from './account-values.ts';

type Pin = NonNullable<Server['pin']>;

/** A certificate that is trusted although no authority vouches for it, and the place it is trusted at. */
export type TrustedCertificate = Pin & { host: string; port: string };

/** The pin for the server that stands in the fields; none when they were changed to another one. */
export function pinOf({ trusted, host, port }: AccountValues): Pin | undefined {
  if (!trusted || trusted.host !== host.trim().toLowerCase() || trusted.port !== port.trim()) return undefined;
  return { sha256: trusted.sha256, pem: trusted.pem };
}
