import { parseAddress } from './address.ts';
import type { Security } from './ports.ts';
import { providers } from './providers.ts';

export type Preset = {
  name: string;
  host: string;
  port: number;
  security: Security;
  /** A second way the provider offers, when there is one. */
  alternative?: { port: number; security: Security };
  /** What the provider wants as login: the whole address, or only the part before the @. */
  login: 'address' | 'local-part';
  password: 'normal' | 'app-password' | 'oauth-only';
  /** Mail domains of the provider's own users. */
  domains: string[];
  helpUrl?: string;
};

/** The known provider of a mail address or of a server name; undefined when there is none. */
export function presetFor(addressOrHost: string): Preset | undefined {
  const text = addressOrHost.trim().toLowerCase();
  if (!text.includes('@')) return providers.find(({ host }) => host === text.replace(/\.$/, ''));
  const domain = domainOf(text);
  return domain === undefined ? undefined : providers.find(({ domains }) => domains.includes(domain));
}

function domainOf(text: string): string | undefined {
  try {
    return parseAddress(text).address.split('@')[1];
  } catch {
    return undefined; // half-typed addresses are the normal case here
  }
}
