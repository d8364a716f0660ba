import { presetFor } from './presets.ts';

/** SSL = TLS from the first byte (RFC 8314), TLS = STARTTLS required (RFC 3207), none = plain text. */
export type Security = 'ssl' | 'tls' | 'none';

export const portOf: Record<Security, number> = { ssl: 465, tls: 587, none: 25 };

/**
 * What the "Default" button sets: the known provider's own port, else the usual one of the chosen security.
 * A provider that offers the chosen security keeps it; else its recommended one is set along with the port.
 */
export function recommendedPort(choice: { host: string; security: Security }): { port: number; security: Security } {
  const preset = presetFor(choice.host);
  if (!preset) return { port: portOf[choice.security], security: choice.security };
  const alternative = preset.alternative;
  if (alternative?.security === choice.security) return { port: alternative.port, security: alternative.security };
  return { port: preset.port, security: preset.security };
}

/** A port that is known to go with another security than the chosen one; undefined when nothing speaks against it. */
export function mismatch(port: number, security: Security): Security | undefined {
  if (port === 465 && security !== 'ssl') return 'ssl';
  if (port === 587 && security === 'ssl') return 'tls';
  return undefined;
}
