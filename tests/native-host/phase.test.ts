import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BrokenOff, Listener } from '../../native-host/delivery/connection.ts';
import { followDialogue } from '../../native-host/delivery/dialogue.ts';
import { type Phase, trackPhase } from '../../native-host/delivery/phase.ts';
import { createWatchdog, patience, type Step } from '../../native-host/delivery/watchdog.ts';

/** A connection of which only the words are there. */
function track(options: { beforeLastByte?: () => void } = {}) {
  const recorded: string[] = [];
  const broken: BrokenOff[] = [];
  const taken = new AbortController();
  let listener: Listener | undefined;
  const line = {
    listen: (next: Listener | undefined) => {
      listener = next;
    },
    wait: (step: Step) => void recorded.push(`wait ${step}`),
    breakOff: (why: BrokenOff) => void broken.push(why),
  };
  const phase = trackPhase(line, {
    beforeLastByte: options.beforeLastByte ?? (() => void recorded.push('data-complete')),
    onBytes: () => {},
    signal: taken.signal,
  });
  const logger = followDialogue({
    connected: () => {},
    spoke: () => {},
    answered: (verb, text) => verb !== 'EHLO' && listener?.answered(verb, text),
  });
  const say = (tnx: 'client' | 'server', ...lines: string[]) => {
    for (const text of lines) (logger as { debug: (entry: object, text: string) => void }).debug({ tnx }, text);
  };
  return { phase, recorded, broken, taken, client: say.bind(null, 'client'), server: say.bind(null, 'server') };
}

const whole = (phase: Phase) =>
  new Promise((resolve) => phase.gate.stream.resume().end('all of it').on('end', resolve));

describe('the last byte', () => {
  test('does not leave before the server has said 354, however small the mail', async () => {
    const { phase, recorded, client, server } = track();
    const left = whole(phase);
    client('EHLO x', 'MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>', 'DATA');
    server('250 x', '250 ok', '250 ok');
    expect([phase.gate.isPassed(), recorded]).toEqual([false, ['wait data']]);
    server('354 go');
    await left;
    expect([phase.gate.isPassed(), recorded]).toEqual([true, ['wait data', 'data-complete', 'wait answer']]);
    phase.end();
  });

  test('F19 never leaves when it cannot be recorded', async () => {
    const full = () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const { phase, client, server } = track({ beforeLastByte: full });
    const failed = new Promise((resolve) => phase.gate.stream.on('error', resolve));
    phase.gate.stream.resume().end('all of it');
    client('MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>', 'DATA');
    server('250 ok', '250 ok', '354 go');
    expect(await failed).toMatchObject({ message: 'not recorded' });
    expect([phase.gate.isPassed(), phase.gate.fault()?.detail]).toEqual([false, 'full']);
    phase.end();
  });
});

describe('a mail that is wanted back', () => {
  test('is broken off while its end is held', () => {
    const { phase, broken, taken, client, server } = track();
    client('MAIL FROM:<a@b.test>');
    server('250 ok');
    taken.abort();
    expect(broken).toEqual(['cancelled']);
    phase.end();
  });

  test('goes on once its last byte may have left', async () => {
    const { phase, broken, taken, client, server } = track();
    const left = whole(phase);
    client('MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>', 'DATA');
    server('250 ok', '250 ok', '354 go');
    await left;
    taken.abort();
    expect(broken).toEqual([]);
    phase.end();
  });
});

describe('F11 silence', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([
    ['connection', 15],
    ['greeting', 30],
    ['command', 60],
    ['data', 180],
    ['answer', 600],
  ] as const)('at the step %s is borne for %i seconds', (step, seconds) => {
    const silent = vi.fn();
    createWatchdog(silent).wait(step);
    expect(patience[step]).toBe(seconds * 1000);
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(silent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(silent).toHaveBeenCalledExactlyOnceWith(step);
  });

  test('begins anew with every sign of life', () => {
    const silent = vi.fn();
    const dog = createWatchdog(silent);
    for (let round = 0; round < 5; round++) {
      dog.wait('data');
      vi.advanceTimersByTime(patience.data - 1);
    }
    dog.stop();
    vi.advanceTimersByTime(patience.answer);
    expect(silent).not.toHaveBeenCalled();
  });
});
