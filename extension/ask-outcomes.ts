import type { Outcome } from '../domain/outcome.ts';
import type { Companion } from './companion/client.ts';

/** Mails a call: with 100 recipients each and a server's longest words to each of them, their outcomes still fit into one frame (`maxFrame`). */
const perCall = 7;

/** What became of these mails, as far as the companion tells: of a part that it does not answer nothing is assumed. */
export async function askOutcomes(companion: Companion, ids: string[]): Promise<Outcome[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / perCall) }, (_, part) =>
    ids.slice(part * perCall, (part + 1) * perCall),
  );
  const answers = await Promise.allSettled(parts.map((part) => companion.call('outcome', { ids: part })));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.outcomes : []));
}
