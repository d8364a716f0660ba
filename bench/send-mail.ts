import type { Bench } from './bench.ts';
import { installCompanion } from './installed-companion.ts';
import { interleave } from './interleave.ts';
import { judge, type Result } from './result.ts';
import type { Case } from './send/case.ts';
import { openPool, runScript } from './send/nodemailer.ts';
import { openCase } from './send/open-case.ts';
import { openOurs } from './send/ours.ts';
import { usableTools } from './send/tools.ts';

const sizes = [
  { name: '100KB', bytes: 100_000, rounds: 15, cold: 1.5, warm: 1.5 },
  { name: '1MB', bytes: 1_000_000, rounds: 9, cold: 1.5, warm: 1.5 },
  { name: '5MB', bytes: 5_000_000, rounds: 7, cold: 1.5, warm: 1.5 },
  { name: '25MB', bytes: 25 * 1024 * 1024, rounds: 5, cold: 1.15, warm: 1.5 },
];
type Size = (typeof sizes)[number];

/** A burst of invoices. */
const many = { count: 50, bytes: 200_000, rounds: 5 };

/**
 * From the hand-over to the server's 250 and our word "sent", against a real Postfix with STARTTLS and login. `cold`: no courier runs yet;
 * beside it whole runs of other programs. `warm`: connection open; beside it nodemailer's own pool with its connection open.
 * The clock runs in the process that hands over: bytes to the companion, spool, journal and courier are in it.
 */
export const sendMail: Bench[] = [
  ...sizes.map(ofSize),
  { names: ['send-50-mails'], run: withPostfix(many.bytes, fifty) },
];

function ofSize(size: Size): Bench {
  const run = withPostfix(size.bytes, async (given) => [await cold(given, size), await warm(given, size)]);
  return { names: [`send-cold-${size.name}`, `send-warm-${size.name}`], run };
}

function withPostfix(bytes: number, measure: (given: Case) => Promise<Result[]>): Bench['run'] {
  return async ({ postfix }) => {
    const open = await openCase(postfix());
    try {
      return await measure(await open.ofSize(bytes));
    } finally {
      open.close();
    }
  };
}

async function cold(given: Case, { name, rounds, cold: goal }: Size): Promise<Result> {
  const usable = await usableTools(given);
  const { program, remove } = installCompanion(); // once: the first start after it keeps what it compiled for the next ones
  const { ours, ...peers } = await interleave(rounds, {
    ours: () => once(given, program),
    'nodemailer script': () => timed(() => runScript(given)),
    ...Object.fromEntries(usable.map((tool) => [tool.name, () => timed(() => tool.send(given))])),
  });
  await remove();
  return judge({ name: `send-cold-${name}`, unit: 'ms', ours, peers, goal, goalOf: 'ratio' });
}

async function once(given: Case, program: string): Promise<number> {
  const ours = await openOurs(given, program);
  const took = await ours.send(given);
  await ours.close();
  return took;
}

async function warm(given: Case, { name, rounds, warm: goal }: Size): Promise<Result> {
  const { program, remove } = installCompanion();
  const ours = await openOurs(given, program);
  const pool = openPool(1);
  const measured = await interleave(rounds, {
    ours: () => ours.send(given),
    'nodemailer pool of one': () => pool.send(given, 1),
  });
  pool.close();
  await ours.close();
  await remove();
  const { ours: own, ...peers } = measured;
  return judge({ name: `send-warm-${name}`, unit: 'ms', ours: own, peers, goal, goalOf: 'ratio' });
}

async function fifty(given: Case): Promise<Result[]> {
  const { program, remove } = installCompanion();
  const ours = await openOurs(given, program);
  const [one, five] = [openPool(1), openPool(5)];
  const { ours: own, ...peers } = await interleave(many.rounds, {
    ours: () => ours.send(given, many.count),
    'nodemailer pool of one': () => one.send(given, many.count),
    'pool of five': () => five.send(given, many.count),
  });
  for (const pool of [one, five]) pool.close();
  await ours.close();
  await remove();
  return [judge({ name: 'send-50-mails', unit: 'ms', ours: own, peers, goal: 1.2, goalOf: 'ratio' })];
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
