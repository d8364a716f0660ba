import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Phase, trackPhase } from '../../native-host/delivery/phase.ts';
import { patience } from '../../native-host/delivery/watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function track(options: { login?: boolean; startTls?: boolean; beforeLastByte?: () => void } = {}) {
  const recorded: string[] = [];
  const phase = trackPhase({
    login: options.login ?? false,
    startTls: options.startTls ?? false,
    beforeLastByte: options.beforeLastByte ?? (() => void recorded.push('data-complete')),
    onBytes: () => {},
  });
  const say = (tnx: 'client' | 'server', ...lines: string[]) => {
    for (const line of lines) (phase.logger as { debug: (entry: object, text: string) => void }).debug({ tnx }, line);
  };
  return { phase, recorded, client: say.bind(null, 'client'), server: say.bind(null, 'server') };
}

const whole = (phase: Phase) =>
  new Promise((resolve) => phase.gate.stream.resume().end('all of it').on('end', resolve));

describe('the last byte', () => {
  test('does not leave before the server has said 354, however small the mail', async () => {
    const { phase, recorded, client, server } = track();
    const left = whole(phase);
    client('EHLO x', 'MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>', 'DATA');
    server('250 x', '250 ok', '250 ok');
    expect([phase.gate.isPassed(), recorded]).toEqual([false, []]);
    server('354 go');
    await left;
    expect([phase.gate.isPassed(), recorded]).toEqual([true, ['data-complete']]);
    phase.end();
  });

  test('never leaves when it cannot be recorded', async () => {
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

describe('silence', () => {
  test('of a minute after a command ends the dialogue', () => {
    const { phase, client } = track();
    client('EHLO x');
    vi.advanceTimersByTime(patience.command - 1);
    expect(phase.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect([phase.signal.aborted, phase.brokenOff()]).toEqual([true, 'silence']);
    phase.end();
  });

  test('after the whole message is borne for ten minutes', async () => {
    const { phase, client, server } = track();
    const left = whole(phase);
    client('MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>', 'DATA');
    server('250 ok', '250 ok', '354 go');
    await left;
    vi.advanceTimersByTime(patience.answer - 1);
    expect(phase.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(phase.brokenOff()).toBe('silence');
    phase.end();
  });
});

describe('a login', () => {
  test('is looked for in the answer after STARTTLS, not before', () => {
    const { phase, client, server } = track({ login: true, startTls: true });
    client('EHLO x');
    server('250-x\n250 STARTTLS');
    expect(phase.brokenOff()).toBeUndefined();
    client('STARTTLS');
    server('220 go');
    client('EHLO x');
    server('250-x\n250 SIZE 100');
    expect(phase.brokenOff()).toBe('no-login');
    phase.end();
  });
});
