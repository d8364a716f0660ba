import type { SrvRecord } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { type Proposal, proposalSchema } from '../domain/discovery.ts';
import { TabpostError } from '../domain/failure.ts';
import type { Security } from '../domain/ports.ts';
import { presetForExchanger } from '../domain/presets.ts';
import { hostSchema } from '../domain/profile.ts';
import { z } from '../domain/schema.ts';

/** ms for all questions together. */
const deadline = 5000;

/** Answers that mean "there is none", not "nobody could be asked". */
const nothing = ['ENODATA', 'ENOTFOUND'];

const services = [
  { name: '_submissions._tcp', security: 'ssl' },
  { name: '_submission._tcp', security: 'tls' },
] as const satisfies { name: string; security: Security }[];

/**
 * The outgoing server of a mail domain: that of the known provider who takes its mail (MX), else the one the domain names
 * itself (SRV). Only the domain leaves the computer, and only to its name server.
 * @param nameServers addresses with ports, instead of the computer's own
 * @throws TabpostError `name-server-silent`
 */
export async function discover(domain: string, nameServers?: string[]): Promise<Proposal | undefined> {
  const resolver = new Resolver({ timeout: 1500, tries: 3 });
  if (nameServers) resolver.setServers(nameServers);
  const timer = setTimeout(() => resolver.cancel(), deadline);
  try {
    const [byExchanger, ...byService] = await Promise.allSettled([
      fromExchangers(resolver, domain),
      ...services.map((service) => fromService(resolver, domain, service)),
    ]);
    const answers = [byExchanger, ...byService];
    const found = answers.find((answer) => answer.status === 'fulfilled' && answer.value !== undefined);
    if (found?.status === 'fulfilled') return found.value;
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) throw silent(failed.reason);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function fromExchangers(resolver: Resolver, domain: string): Promise<Proposal | undefined> {
  const records = await recordsOf(resolver.resolveMx(domain));
  for (const { exchange } of records.sort((a, b) => a.priority - b.priority)) {
    const preset = presetForExchanger(exchange);
    if (!preset) continue;
    const { port, security, host, hostForOwnDomains = host } = preset;
    return checked({ host: hostForOwnDomains, port, security, source: 'provider', via: exchange });
  }
  return undefined;
}

async function fromService(
  resolver: Resolver,
  domain: string,
  { name, security }: (typeof services)[number],
): Promise<Proposal | undefined> {
  const service = `${name}.${domain}`;
  const records = await recordsOf(resolver.resolveSrv(service));
  const proposals = records.sort(byPriority).map(({ name: host, port }) => {
    return checked({ host, port, security, source: 'srv', via: service });
  });
  return proposals.find(Boolean); // a target of "." says that there is no such service (RFC 2782): it is no host name
}

function byPriority(a: SrvRecord, b: SrvRecord): number {
  return a.priority - b.priority || b.weight - a.weight;
}

async function recordsOf<Row>(answer: Promise<Row[]>): Promise<Row[]> {
  try {
    return await answer;
  } catch (error) {
    if (nothing.includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** What DNS says is as good as what a stranger says. */
function checked(proposal: Omit<Proposal, 'security'> & { security: Security }): Proposal | undefined {
  const host = z.safeParse(hostSchema, proposal.host);
  const result = z.safeParse(proposalSchema, { ...proposal, host: host.data });
  return result.success ? result.data : undefined;
}

function silent(cause: unknown): TabpostError {
  const { code } = cause as NodeJS.ErrnoException;
  return new TabpostError('name-server-silent', { ...(code && { detail: code }), cause });
}
