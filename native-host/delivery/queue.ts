/** Mails on their way at the same time; more wait, for memory's sake. */
const maxAtOnce = 2;
/** ms after which a mail no longer waits for its account's connection but gets one of its own: a slow server, or a big mail, may need minutes. */
const patienceForOthers = 10_000;

type Entry = { id: string; account: string; since: number };

export type Queue = {
  add(id: string, account: string): void;
  /** Nothing waits and nothing runs. */
  isIdle(): boolean;
};

/**
 * Lets one mail an account run at a time, so that mails in a row ride on one connection.
 * @param run never rejects; calls `leave` as soon as the account may be used by the next mail
 */
export function createQueue(run: (id: string, leave: () => void) => Promise<void>, onIdle: () => void): Queue {
  const waiting: Entry[] = [];
  /** With the account they use, while they use one. */
  const running = new Map<string, string | undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isReady = ({ account, since }: Entry) =>
    performance.now() - since >= patienceForOthers || ![...running.values()].includes(account);

  const next = (): void => {
    clearTimeout(timer);
    while (running.size < maxAtOnce) {
      const at = waiting.findIndex(isReady);
      const [entry] = at < 0 ? [] : waiting.splice(at, 1);
      if (!entry) break;
      running.set(entry.id, entry.account);
      const leave = () => {
        running.set(entry.id, undefined);
        next();
      };
      void run(entry.id, leave).then(() => {
        running.delete(entry.id);
        next();
      });
    }
    const [oldest] = waiting;
    if (oldest && running.size < maxAtOnce)
      timer = setTimeout(next, oldest.since + patienceForOthers - performance.now());
    if (waiting.length === 0 && running.size === 0) onIdle();
  };

  return {
    isIdle: () => waiting.length === 0 && running.size === 0,
    add(id, account) {
      if (running.has(id) || waiting.some((entry) => entry.id === id)) return;
      waiting.push({ id, account, since: performance.now() });
      next();
    },
  };
}
