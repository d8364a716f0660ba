import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAccounts } from '../../native-host/delivery/accounts.ts';
import { sampleJob } from '../support/sample-job.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const server = (host: string) =>
  ({ host, port: 587, security: 'tls', authentication: 'password', login: 'billing' }) as const;

function setUp() {
  const { job } = sampleJob(server('mail.corp.example'));
  // what would be read now, so that reading anew shows
  const accounts = createAccounts(() => 'today');
  return { accounts, job, passwordNow: async (changed = job) => (await accounts.take(changed)).login?.pass };
}

test('the password read while the bytes arrive is used for that mail, and once', async () => {
  const { accounts, job, passwordNow } = setUp();
  await accounts.prepare(job, 'read before');
  expect([await passwordNow(), await passwordNow()]).toEqual(['read before', 'today']);
});

test('it is not given to another server the mail came with the next time', async () => {
  const { accounts, job, passwordNow } = setUp();
  await accounts.prepare(job, 'read before');
  expect(await passwordNow({ ...job, server: server('mail.other.example') })).toBe('today');
});

test('it is forgotten when the mail has to wait', async () => {
  const { accounts, job, passwordNow } = setUp();
  await accounts.prepare(job, 'read before');
  vi.advanceTimersByTime(10_000);
  expect(await passwordNow()).toBe('today');
});
