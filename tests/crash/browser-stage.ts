import type { Workplace } from '../../scripts/demo/workplace.ts';
import { plainServer } from '../support/sample-job.ts';
import { scriptedSmtp } from '../support/scripted-smtp.ts';
import { type BrowserDesk, openBrowserDesk } from './browser-desk.ts';
import { type BrowserVictim, browserVictims } from './browser-victims.ts';
import { endOf } from './end-of.ts';
import { createHits, type Hits } from './hits.ts';
import { makePlan, type Plan } from './plan.ts';
import { brokenPromises, type RoundResult, type Stage } from './stage.ts';
import { strikeBrowser } from './strike-browser.ts';

type BrowserPlan = Plan<BrowserVictim> & { press: 'popup' | 'page' };

/** A real browser with the built extension, real companions and couriers. The profile stays the same over all rounds. */
export async function browserStage(workplace: Workplace): Promise<Stage<BrowserPlan>> {
  const desk = await openBrowserDesk(workplace);
  return {
    atOnce: 1,
    plan(random, round) {
      const plan = makePlan(random, browserVictims, 4);
      const [first, ...rest] = plan.kills;
      // Few rounds shall meet every victim, too.
      const victim = browserVictims[Math.floor(round / 5) % browserVictims.length] ?? 'browser';
      return {
        ...plan,
        kills: first ? [{ ...first, victim }, ...rest] : [],
        press: random.chance(0.3) ? 'popup' : 'page',
      };
    },
    play: (plan, round) => play({ plan, round, desk, workplace }),
  };
}

type Round = { plan: BrowserPlan; round: number; desk: BrowserDesk; workplace: Workplace };

async function play({ plan, round, desk, workplace }: Round): Promise<RoundResult> {
  const hits: Hits<BrowserVictim> = createHits(plan, (victim) => {
    const gone = strikeBrowser(victim, workplace);
    return { gone, back: gone.then(() => desk.revive(victim)).then(hits.tryBegins) };
  });
  const server = await scriptedSmtp(hits.script);
  try {
    await desk.begin(plainServer(server.port));
    const to = `round${round}@northwind.example`;
    const press = await desk.prepare[plan.press]({ round, to, size: plan.size });
    hits.tryBegins();
    const pressed = press().catch((error: unknown) => {
      if (hits.done.length === 0) throw error; // else it was killed in it: the outbox tells what was begun
    });
    const settled = () => pressed.then(hits.over);
    const state = await endOf({ desk, settled, kills: () => hits.done.length });
    const copies = hits.copies();
    return { state, copies, kills: hits.done, broken: brokenPromises({ state, copies }) };
  } finally {
    await server.close();
  }
}
