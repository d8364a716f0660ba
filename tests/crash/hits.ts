import { setTimeout as wait } from 'node:timers/promises';
import { type Script, type Session, usualReplies } from '../support/scripted-smtp.ts';
import type { Desk } from './desk.ts';
import { type Plan, type ServerStep, serverSteps, type Victim } from './plan.ts';
import { strike } from './strike.ts';

export type Hits = {
  script: Script;
  done: Victim[];
  copies(): number;
  aim(desk: Desk): void;
  tryBegins(): void;
  /** Resolves when everything that was begun is over. */
  over(): Promise<unknown>;
};

/** Makes the server follow the plan: who is hit when it is at a step, and what it says there. */
export function createHits(plan: Plan, dataDir: string): Hits {
  const done: Victim[] = [];
  const running: Promise<unknown>[] = [];
  const kills = [...plan.kills];
  let armed: Plan['kills'][number] | undefined;
  let fault = plan.fault;
  let copies = 0;
  let desk: Desk | undefined;

  const hit = async () => {
    const victim = armed?.victim;
    armed = undefined;
    if (!victim || !desk) return;
    done.push(victim);
    await strike(victim, desk, dataDir);
  };
  const hitAfter = (at: 'hand-over' | 'answered') => {
    if (armed?.barrier.at === at) running.push(wait(armed.barrier.ms).then(hit));
  };
  const reply = (step: ServerStep, session: Session) => {
    if (fault?.step !== step) return usualReplies[step];
    const { words } = fault;
    fault = undefined;
    if (words === undefined) session.reset();
    return words;
  };
  const react = (step: ServerStep) => async (session: Session) => {
    if (armed?.barrier.at === step) await hit();
    const words = reply(step, session);
    if (step !== 'dot') return words;
    if (words === undefined || words.startsWith('2')) copies++;
    hitAfter('answered');
    return words;
  };

  return {
    done,
    script: Object.fromEntries(serverSteps.map((step) => [step, react(step)])),
    copies: () => copies,
    over: () => Promise.all(running),
    aim(at) {
      desk = at;
    },
    tryBegins() {
      armed = kills.shift();
      hitAfter('hand-over');
    },
  };
}
