import { afterEach, expect, test } from 'vitest';
import type { Proposal } from '../../domain/discovery.ts';
import { discover } from '../../native-host/discover.ts';
import { native } from '../../protocol/native.ts';
import { type NameServer, startNameServer, type Zone } from '../support/name-server.ts';

let server: NameServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function ask(zone: Zone | undefined): Promise<Proposal | undefined> {
  server = await startNameServer(zone);
  return discover('corp.test', [server.address]);
}

const google = 'MX 10 aspmx.l.google.com';
const submissions = '_submissions._tcp.corp.test';
const submission = '_submission._tcp.corp.test';

test.each<[string, Zone, Partial<Proposal> | undefined]>([
  [
    'a known provider takes its mail',
    { 'corp.test': [google] },
    { host: 'smtp.gmail.com', port: 465, security: 'ssl', source: 'provider', via: 'aspmx.l.google.com' },
  ],
  [
    'the exchanger that is asked first decides',
    { 'corp.test': ['MX 20 aspmx.l.google.com', 'MX 5 corp-test.mail.protection.outlook.com'] },
    { host: 'smtp.office365.com', port: 587, security: 'tls' },
  ],
  [
    'a provider with a server of its own for such domains',
    { 'corp.test': ['MX 10 mx.zoho.eu'] },
    { host: 'smtppro.zoho.eu' },
  ],
  [
    'SSL before TLS among the services',
    { [submissions]: ['SRV 0 1 465 out.corp.test'], [submission]: ['SRV 0 1 587 out.corp.test'] },
    { host: 'out.corp.test', port: 465, security: 'ssl', source: 'srv', via: submissions },
  ],
  ['only TLS', { [submission]: ['SRV 0 1 587 Out.Corp.test'] }, { host: 'out.corp.test', port: 587, security: 'tls' }],
  [
    'the service with the lowest priority, then the heaviest',
    { [submissions]: ['SRV 9 9 1 c.corp.test', 'SRV 1 1 2 a.corp.test', 'SRV 1 7 3 b.corp.test'] },
    { host: 'b.corp.test', port: 3 },
  ],
  [
    'unknown exchanger, known service',
    { 'corp.test': ['MX 1 mx.corp.test'], [submissions]: ['SRV 0 1 465 o.corp.test'] },
    { host: 'o.corp.test' },
  ],
  ['a service that is said not to exist', { [submissions]: ['SRV 0 0 0 .'] }, undefined],
  ['a target that is no host name', { [submissions]: ['SRV 0 0 465 a_b.corp.test'] }, undefined],
  ['a port that is none', { [submissions]: ['SRV 0 0 0 a.corp.test'] }, undefined],
  ['an exchanger that only looks like a provider', { 'corp.test': ['MX 1 google.com.evil.test'] }, undefined],
  ['a domain without any record', { 'corp.test': [] }, undefined],
  ['a domain that does not exist', {}, undefined],
])('%s', async (_case, zone, proposal) => {
  const found = await ask(zone);
  if (proposal) expect(found).toMatchObject(proposal);
  else expect(found).toBeUndefined();
});

test('asks for nothing but the domain', async () => {
  await ask({ 'corp.test': [google] });
  expect(server?.asked.sort()).toEqual([`${submission} SRV`, `${submissions} SRV`, 'corp.test MX']);
});

test('a name server that says nothing is told from a domain without records, within 5 seconds', async () => {
  const begin = performance.now();
  await expect(ask(undefined)).rejects.toMatchObject({ code: 'name-server-silent' });
  expect(performance.now() - begin).toBeLessThan(5500);
});

test.each([
  ['corp.test', true],
  ['müller.test', true],
  ['corp', false],
  ['10.0.0.1', false],
  ['a@corp.test', false],
  ['corp.test/x', false],
  ['', false],
  ['a.'.repeat(200), false],
])('a request for %j is taken: %s', (domain, isTaken) => {
  expect(native.discover.request.safeParse({ domain }).success).toBe(isTaken);
});
