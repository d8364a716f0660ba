import { parseAddress } from './address.ts';
import type { Security } from './ports.ts';
import { providers } from './providers.ts';

/** Something a person should know before using this provider; `date` (ISO 8601, a day) is when it begins or began. */
export type ProviderNote = {
  id: 'oauth-only' | 'password-ends' | 'smtp-off' | 'region' | 'token' | 'bridge';
  date?: string;
};

export type Preset = {
  name: string;
  host: string;
  /** Other names of the same server, still in use. */
  aliases?: string[];
  port: number;
  security: Security;
  /** A second way the provider offers, when there is one. */
  alternative?: { port: number; security: Security };
  /** What the provider wants as login: the whole address, or only the part before the @. */
  login: 'address' | 'local-part';
  password: 'normal' | 'app-password' | 'oauth-only';
  /** How its app passwords look: `letters` is 16 letters shown as four groups of four; `dashes` keeps its dashes. */
  appPassword?: 'letters' | 'dashes';
  /** Steps to a password that works, where they are more than a link. */
  checklist?: 'google' | 'yahoo' | 'apple' | 'zoho' | 'microsoft';
  /** Mail domains of the provider's own users. */
  domains: string[];
  /** Ends of the MX names of domains that the provider hosts. */
  mx?: string[];
  /** Server for such domains, when it is another one. */
  hostForOwnDomains?: string;
  /** It files what is sent through it in the Sent folder by itself. */
  filesSentCopies?: true;
  helpUrl?: string;
  notes?: ProviderNote[];
};

/** The known provider of a mail address or of a server name; undefined when there is none. */
export function presetFor(addressOrHost: string): Preset | undefined {
  const text = addressOrHost.trim().toLowerCase();
  if (!text.includes('@')) return providers.find((provider) => isServerOf(provider, text.replace(/\.$/, '')));
  const domain = domainOf(text);
  return domain === undefined ? undefined : providers.find(({ domains }) => domains.includes(domain));
}

/** The known provider that takes mail for a domain, by the name of its mail exchanger. */
export function presetForExchanger(exchanger: string): Preset | undefined {
  const name = exchanger.toLowerCase().replace(/\.$/, '');
  return providers.find(({ mx = [] }) => mx.some((end) => name === end || name.endsWith(`.${end}`)));
}

/** A server on this very computer may be anybody's. */
function isServerOf({ host, aliases = [], hostForOwnDomains }: Preset, name: string): boolean {
  return host !== '127.0.0.1' && [host, hostForOwnDomains, ...aliases].includes(name);
}

function domainOf(text: string): string | undefined {
  try {
    return parseAddress(text).address.split('@')[1];
  } catch {
    return undefined; // half-typed addresses are the normal case here
  }
}
