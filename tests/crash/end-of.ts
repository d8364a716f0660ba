import { until } from '../../scripts/demo/until.ts';
import type { BrowserDesk } from './browser-desk.ts';
import type { RoundResult } from './stage.ts';

/** More than a plan has kills; the server of a round fails once at most. */
const maxTries = 8;
/** ms: longer than anything a round waits for. */
const patience = 60_000;

type Ending = {
  desk: BrowserDesk;
  /** Resolves when the press, and every kill that was begun, is over. */
  settled: () => Promise<unknown>;
  /** How many there were. */
  kills: () => number;
};

/** Does what a person does who waits for the mail, until the outbox shows how it ended. */
export async function endOf({ desk, settled, kills }: Ending): Promise<RoundResult['state']> {
  let last: string | undefined;

  /** @returns nothing while it goes on */
  async function look(): Promise<RoundResult['state'] | undefined> {
    const mail = await desk.mail();
    last = mail && JSON.stringify(mail);
    if (!mail) return 'never began';
    const { state, attempt } = mail;
    if (state === 'sending') return undefined;
    if (state !== 'waiting') return (await desk.shows(state)) ? state : undefined;
    if (attempt >= maxTries) return state;
    await desk.sendNow();
    await until(
      async () => (await desk.mail())?.state !== 'waiting',
      () => 'the next try',
    );
    return undefined;
  }

  async function lookBetweenKills(): Promise<RoundResult['state'] | undefined> {
    await settled();
    const before = kills();
    const seen = await look().catch((error: unknown) => {
      if (kills() === before) throw error;
      return undefined;
    });
    return kills() === before ? seen : undefined;
  }

  return until(lookBetweenKills, () => `the end of ${last}`, patience);
}
