import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerCompanion } from '../../native-host/install/register-companion.ts';
import { chromiumId, geckoId } from '../../protocol/identity.ts';
import { bundle, origin } from '../support/companion.ts';

const file = 'org.tabpost.companion.json';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tabpost-install-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const dataDir = () => join(root, 'data');
const chromium = () => join(root, '.config', 'chromium', 'NativeMessagingHosts', file);
const firefox = () => join(root, '.mozilla', 'native-messaging-hosts', file);

function tabpost(...args: string[]) {
  const env = { ...process.env, HOME: root, TABPOST_DATA_DIR: dataDir() };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('install, doctor, uninstall in a home of their own', () => {
  test('install writes one manifest per browser and a launcher; doctor gets an answer through each', () => {
    expect(tabpost('install', '--home', root)).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(chromium(), 'utf8'))).toMatchObject({
      name: 'org.tabpost.companion',
      type: 'stdio',
      allowed_origins: [`chrome-extension://${chromiumId}/`],
    });
    expect(JSON.parse(readFileSync(firefox(), 'utf8'))).toMatchObject({
      allowed_extensions: [geckoId],
      path: join(dataDir(), 'bin', 'tabpost-host'),
    });
    const doctor = tabpost('doctor');
    expect(doctor.stdout).toMatch(/ok {4}Chromium: companion .* answers/);
    expect(doctor.stdout).toMatch(/ok {4}Firefox: companion .* answers/);
    expect(doctor.status).toBe(0);
  });

  test('uninstall removes what install wrote, keeps data and what is not ours', () => {
    tabpost('install', '--home', root);
    writeFileSync(firefox(), JSON.stringify({ path: '/another/program' }));
    writeFileSync(join(dataDir(), 'tabpost.log'), 'kept');
    expect(tabpost('uninstall')).toMatchObject({ status: 0 });
    expect([chromium(), join(dataDir(), 'bin'), join(dataDir(), 'installed.json')].filter(existsSync)).toEqual([]);
    expect([firefox(), join(dataDir(), 'tabpost.log')].every(existsSync)).toBe(true);
  });

  test('a registration for one profile touches nothing else', () => {
    const userDataDir = join(root, 'profile');
    const { program, manifests } = registerCompanion({ userDataDir, dataDir: dataDir(), bundle });
    expect(manifests.map(({ manifest }) => manifest)).toEqual([join(userDataDir, 'NativeMessagingHosts', file)]);
    expect(existsSync(chromium())).toBe(false);
    expect(statSync(program).mode & 0o777).toBe(0o700);
  });

  test('the launcher brings its own Node, data folder and a clean environment', () => {
    tabpost('install', '--home', root);
    const evil = join(root, 'evil.cjs');
    writeFileSync(evil, `require('fs').writeFileSync(${JSON.stringify(join(root, 'ran'))}, '')`);
    const env = { PATH: '/nowhere', NODE_OPTIONS: `--require ${evil}`, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    execFileSync(join(dataDir(), 'bin', 'tabpost-host'), [origin], { env, input: '' });
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });
});

describe('doctor names what is wrong and the command that mends it', () => {
  type Row = { name: string; spoil: () => void; says: RegExp };
  const rows: Row[] = [
    { name: 'a manifest that is gone', spoil: () => rmSync(chromium()), says: /WRONG Chromium: no readable manifest/ },
    { name: 'a manifest that is no JSON', spoil: () => writeFileSync(chromium(), '{'), says: /no readable manifest/ },
    {
      name: 'another extension id',
      spoil: () => change(chromium(), { allowed_origins: ['chrome-extension://aaaa/'] }),
      says: /registered for .*aaaa.*the extension is/,
    },
    {
      name: 'another program',
      spoil: () => change(firefox(), { path: '/bin/true' }),
      says: /points to another program/,
    },
    {
      name: 'a launcher that is gone',
      spoil: () => rmSync(join(dataDir(), 'bin', 'tabpost-host')),
      says: /cannot be started/,
    },
    {
      name: 'a bundle that is gone',
      spoil: () => rmSync(join(dataDir(), 'bin', 'tabpost.cjs')),
      says: /companion-exited/,
    },
    { name: 'a data folder open to others', spoil: () => chmodSync(dataDir(), 0o755), says: /can be read by others/ },
  ];
  test.each(rows)('$name', ({ spoil, says }) => {
    tabpost('install', '--home', root);
    spoil();
    const { status, stdout } = tabpost('doctor');
    expect(stdout).toMatch(says);
    expect(stdout).toMatch(/mend it with: \S+ \S+/);
    expect(status).toBe(1);
  });

  test('the command it gives does mend it', () => {
    tabpost('install', '--home', root);
    rmSync(chromium());
    const [, command = ''] = /mend it with: (.*)/.exec(tabpost('doctor').stdout) ?? [];
    execFileSync('/bin/sh', ['-c', command], { env: { ...process.env, TABPOST_DATA_DIR: dataDir() } });
    expect(tabpost('doctor').status).toBe(0);
  });

  test('nothing installed at all', () => {
    expect(tabpost('doctor')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('registered with no browser'),
    });
  });
});

describe('install refuses', () => {
  test('a manifest that is a symbolic link', () => {
    mkdirSync(join(root, '.mozilla', 'native-messaging-hosts'), { recursive: true });
    symlinkSync('/etc/hostname', firefox());
    expect(tabpost('install', '--home', root)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('symbolic link'),
    });
  });

  test('a folder everybody may write to', () => {
    mkdirSync(join(root, '.mozilla'));
    chmodSync(join(root, '.mozilla'), 0o777);
    expect(tabpost('install', '--home', root)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('everybody may write'),
    });
  });

  test.runIf(process.getuid?.() === 0)('root, without being told so', () => {
    expect(tabpost('install')).toMatchObject({ status: 2, stderr: expect.stringContaining('--allow-root') });
    expect(tabpost('install', '--allow-root')).toMatchObject({ status: 0 });
  });

  test.each([[], ['nonsense'], ['install', '--nonsense'], ['doctor', 'twice']].map((args) => ({ args })))(
    'to guess what $args means: exit code 2',
    ({ args }) => {
      expect(tabpost(...args)).toMatchObject({ status: 2, stdout: '' });
    },
  );

  test.each(['--help', '--version', 'help', 'version'])('nothing about %s', (word) => {
    expect(tabpost(word)).toMatchObject({ status: 0, stderr: '' });
  });
});

function change(path: string, fields: Record<string, unknown>): void {
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...fields }));
}
