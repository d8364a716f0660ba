import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { locks } from '../../native-host/delivery/locks.ts';
import { isAlive, markOf } from '../../native-host/process-mark.ts';
import { startTime } from '../../native-host/start-time.ts';
import { ownDataFolder } from '../support/own-data-folder.ts';

const dataDir = ownDataFolder();

test('one holder at a time, until it is released', () => {
  expect([locks.acquire('a'), locks.acquire('a'), locks.isMine('a'), locks.isHeld('a')]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  locks.release('a');
  expect([locks.isHeld('a'), locks.acquire('a')]).toEqual([false, true]);
});

test('a dead holder is replaced, a living one is not', async () => {
  const other = spawn('sleep', ['100']);
  locks.acquire('b');
  locks.give('b', other.pid ?? 0);
  expect([locks.isMine('b'), locks.acquire('b')]).toEqual([false, false]);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect([locks.isHeld('b'), locks.acquire('b'), locks.isMine('b')]).toEqual([false, true, true]);
});

test('a later process with the same number is another one', () => {
  const mine = markOf(process.pid);
  expect(mine && isAlive(mine)).toBe(true);
  expect(isAlive({ pid: process.pid, started: '1' })).toBe(false);
  writeFileSync(join(dataDir, 'locks', 'c'), `${process.pid} 1`);
  expect([locks.isMine('c'), locks.acquire('c'), locks.isMine('c')]).toEqual([false, true, true]);
});

test('a living holder whose start was not told stays one', () => {
  writeFileSync(join(dataDir, 'locks', 'e'), `${process.pid} `);
  expect([locks.isHeld('e'), locks.acquire('e')]).toEqual([true, false]);
});

test('systems without /proc tell a start the same way in every language and time zone', async () => {
  const other = spawn('sleep', ['100']);
  const pid = other.pid ?? 0;
  const told = ['Pacific/Auckland', 'America/New_York', undefined].map((zone) => {
    vi.stubEnv('TZ', zone).stubEnv('LC_ALL', zone && 'C.UTF-8');
    return startTime(pid);
  });
  vi.unstubAllEnvs();
  expect(told[0]).toMatch(/^\w*\d\d\d\d$/);
  expect(new Set(told.map((text) => text.replace(/_\d\d_(\d{4})$/, ' $1'))).size).toBe(1); // ps of Linux may err by a second
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(startTime(pid)).toBe('');
});

test('a lock that is being written is nobody else’s yet', () => {
  writeFileSync(join(dataDir, 'locks', 'd'), '');
  expect(locks.acquire('d')).toBe(false);
});
