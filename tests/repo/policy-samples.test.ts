import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { managedSchema } from '../../domain/managed.ts';
import { refusals } from '../../domain/policy.ts';
import { z } from '../../domain/schema.ts';
import { companyRules } from '../../native-host/policy/company-rules.ts';
import { chromiumId, geckoId } from '../../protocol/identity.ts';

/** What administrators copy must be what the programs read. */

const sample = (name: string) => JSON.parse(readFileSync(join('docs', 'policies', name), 'utf8'));

it.each<[string, (file: ReturnType<typeof sample>) => unknown]>([
  ['chromium.json', (file) => file['3rdparty'].extensions[chromiumId]],
  ['firefox-policies.json', (file) => file.policies['3rdparty'].Extensions[geckoId]],
  [
    'firefox-managed-storage.json',
    (file) => (file.name === geckoId && file.type === 'storage' ? file.data : undefined),
  ],
])('the sample %s is a policy the extension reads', (name, policyIn) => {
  const policy = z.parse(managedSchema, policyIn(sample(name)));
  expect(policy).toMatchObject({ server: { security: 'tls' }, severalRecipients: 'blind' });
  expect(refusals(['a@sub.competitor.example'], policy.disabled ?? [])).toHaveLength(1);
});

it('the samples name every field there is, but the pin', () => {
  const policy = z.parse(managedSchema, sample('firefox-managed-storage.json').data);
  expect(Object.keys(policy).sort()).toEqual(Object.keys(managedSchema.shape).sort());
});

it('the sample policy.json is what the companion reads', () => {
  vi.stubEnv('TABPOST_POLICY_FILE', join('docs', 'policies', 'policy.json'));
  expect(refusals(['a@competitor.example'], companyRules())).toHaveLength(1);
  vi.unstubAllEnvs();
});
