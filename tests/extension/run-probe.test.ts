import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Companion } from '../../extension/companion/client.ts';
import { runProbe } from '../../extension/run-probe.ts';
import { limitOf, serverLimits } from '../../extension/storage/server-limits.ts';
import { sampleProfile } from '../domain/samples.ts';

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
  fakeBrowser.reset();
});

it('remembers the size a server named, also when the test ends right after its last step', async () => {
  const id = crypto.randomUUID();
  const { server } = sampleProfile;
  let tell: (body: unknown) => void = () => undefined;
  const companion = {
    onEvent: (_name: string, receive: typeof tell) => {
      tell = receive;
    },
    call: async () => {
      tell({ id, step: { step: 'size', state: 'ok', ms: 1, facts: { maxSize: 62_914_560 }, fixes: [] } });
      return { verdict: 'passed', transcript: '' };
    },
  } as unknown as Companion;
  await runProbe(companion)({ id, server } as never);
  expect(limitOf(await serverLimits.read(), server)).toBe(62_914_560);
});
