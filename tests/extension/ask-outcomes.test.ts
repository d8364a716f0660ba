import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { TabpostError } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { askOutcomes } from '../../extension/ask-outcomes.ts';
import type { Companion } from '../../extension/companion/client.ts';
import { maxFrame } from '../../protocol/limits.ts';
import { native } from '../../protocol/native.ts';

type Ids = { ids: string[] };
type Told = { id: string } & Partial<Outcome>;

/** A companion as strict as the real one about what a call may hold, and what its answer may. */
function companion(tell: (id: string) => Told): Companion {
  const call = async (_name: string, request: Ids) => {
    const { ids } = z.parse(native.outcome.request, request);
    const outcomes = ids.map((id) => ({ state: 'sent', attempt: 1, at: '2026-03-01T10:20:30.000Z', ...tell(id) }));
    if (Buffer.byteLength(JSON.stringify({ outcomes })) > maxFrame) throw new TabpostError('unexpected');
    return { outcomes };
  };
  return { call } as never;
}

const many = Array.from({ length: 2500 }, () => randomUUID());
const ids = (outcomes: Outcome[]) => outcomes.map(({ id }) => id);

it('more mails than one call may name are all asked about', async () => {
  expect(
    ids(
      await askOutcomes(
        companion((id) => ({ id })),
        many,
      ),
    ),
  ).toEqual(many);
});

it('the longest answers of all fit into what the browser lets through', async () => {
  const words = '密'.repeat(300);
  const result = { address: `${'a'.repeat(64)}@${'b'.repeat(189)}`, accepted: false, reply: words, later: true };
  const recipients = Array.from({ length: 100 }, () => result);
  const failure = { code: 'recipient-refused', detail: words, address: result.address } as const;
  const longest = companion((id) => ({ id, recipients, response: words, failure, copy: { state: 'failed', failure } }));
  expect(ids(await askOutcomes(longest, many.slice(0, 40)))).toEqual(many.slice(0, 40));
});

it('a part without an answer keeps nothing from the others', async () => {
  const [silent = '', ...rest] = many;
  const told = ids(
    await askOutcomes(
      companion((id) => {
        if (id === silent) throw new TabpostError('companion-silent');
        return { id };
      }),
      many,
    ),
  );
  expect(told).not.toContain(silent);
  expect(rest.filter((id) => !told.includes(id)).length).toBeLessThan(10);
});
