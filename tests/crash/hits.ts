import { setTimeout as wait } from 'node:timers/promises';
import { type Script, type Session, usualReplies } from '../support/scripted-smtp.ts';
import { type Plan, type ServerStep, serverSteps } from './plan.ts';

export type Hits<Victim> = {
  script: Script;
  /** Victims that were really hit. */
  done: Victim[];
  /** Complete messages that the server took, or may have taken: it got the dot and said no complete no. */
  copies(): number;
  /** From here on the next one of the plan can be hit. */
  tryBegins(): void;
  /** Resolves when everything that was begun is over. */
  over(): Promise<void>;
};

type Strike = {
  /** Resolves when the victim is dead: the server says nothing before. */
  gone: Promise<void>;
  /** Resolves when it was started again; the server goes on meanwhile. */
  back?: Promise<void>;
};

/** Makes the server follow the plan: who is hit when it is at a step, and what it says there. */
export function createHits<Victim>(plan: Plan<Victim>, strike: (victim: Victim) => Strike): Hits<Victim> {
  const done: Victim[] = [];
  const running: Promise<unknown>[] = [];
  const kills = [...plan.kills];
  let armed: Plan<Victim>['kills'][number] | undefined;
  let fault = plan.fault;
  let copies = 0;

  const hit = async () => {
    const victim = armed?.victim;
    armed = undefined;
    if (victim === undefined) return;
    done.push(victim);
    const { gone, back = gone } = strike(victim);
    running.push(back);
    back.catch(() => {}); // `over` tells, but maybe nobody waits for it yet
    await gone;
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
    async over() {
      for (const each of running) await each; // grows meanwhile
    },
    tryBegins() {
      armed = kills.shift();
      hitAfter('hand-over');
    },
  };
}
