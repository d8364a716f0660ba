import { median } from './median.ts';

/** A machine with other work slows whatever runs at that moment; in turns all contenders suffer alike. */
export async function interleave<Name extends string>(
  rounds: number,
  contenders: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const entries = Object.entries(contenders) as [Name, () => Promise<number>][];
  const samples = new Map<Name, number[]>(entries.map(([name]) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of entries) {
      const value = await run();
      if (round >= 0) samples.get(name)?.push(value); // the first round only warms caches
    }
  }
  const medians = [...samples].map(([name, values]) => [name, median(values)] as const);
  return Object.fromEntries(medians) as Record<Name, number>;
}
