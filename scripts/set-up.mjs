// Runs under whatever Node the machine has (20 or newer), before anything is installed: plain JavaScript, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const isWindows = process.platform === 'win32';

/** The Node that came with the dependencies: every script of ours runs under this one. */
export const nodePath = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** In continuous integration nothing may be skipped. */
export const isCI = Boolean(process.env.CI) && process.env.CI !== 'false' && process.env.CI !== '0';

/** Programs of the system that tests and the demo use: names to look for, and the Debian packages that bring them. */
const programs = {
  chromium: { names: ['chromium', 'chromium-browser'], debian: ['chromium', 'fonts-liberation'] },
  desktop: { names: ['Xvfb'], debian: ['xvfb', 'openbox', 'xdotool', 'imagemagick'] },
  firefox: { names: ['firefox-esr', 'firefox'], debian: ['firefox-esr'] },
  keyring: {
    names: ['gnome-keyring-daemon'],
    debian: ['gnome-keyring', 'dbus-daemon', 'libsecret-tools'],
  },
  poppler: { names: ['pdftotext'], debian: ['poppler-utils'] },
  dovecot: { names: ['dovecot'], debian: ['dovecot-imapd'] },
  postfix: { names: ['postfix'], debian: ['postfix', 'sasl2-bin', 'libsasl2-modules'] },
  swaks: { names: ['swaks'], debian: ['swaks', 'libnet-ssleay-perl'] },
};

/** Runs `npm ci` unless node_modules is what the lock file asks for. Throws when it fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: isWindows });
  if (status !== 0) throw new Error('npm ci failed');
}

function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!installed || !existsSync(nodePath)) return false;
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')));
  // Optional ones are left out on other systems; '' is the project itself.
  return wanted.every(([path, { version, optional }]) => !path || optional || installed[path]?.version === version);
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

/** Installs what is missing and starts this same program again under our own Node, when it is not running under it yet. */
export function underOwnNode() {
  ensureInstalled();
  if (process.execPath === nodePath) return;
  const { status } = spawnSync(nodePath, process.argv.slice(1), { stdio: 'inherit', env: ownEnvironment() });
  process.exit(status ?? 1);
}

/** The environment in which `node` and every tool of the project are the project's own. */
export function ownEnvironment(extra = {}) {
  return { ...process.env, PATH: [dirname(nodePath), bin, process.env.PATH].join(delimiter), ...extra };
}

/** Path of a Chromium to load the extension into. Google's own builds no longer take unpacked extensions, so they do not count. */
export function ensureChromium() {
  return ensureProgram('chromium');
}

/**
 * Path of a program of the table, installed with apt-get where we may.
 * Undefined when the machine has none: the caller then skips by name. Throws in CI, where nothing may be skipped.
 * @param {keyof typeof programs} name
 */
export function ensureProgram(name) {
  const { names, debian } = programs[name];
  const found = findProgram(names) ?? (mayInstall() && install(debian) ? findProgram(names) : undefined);
  if (!found && isCI) throw new Error(`${name} is needed but not there, and nothing may be skipped in CI`);
  return found;
}

function findProgram(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, isWindows ? `${name}.exe` : name)));
  return [...candidates, ...(names.includes('chromium') ? outsidePath : [])].find((path) => existsSync(path));
}

const outsidePath = ['/Applications/Chromium.app/Contents/MacOS/Chromium'];

function mayInstall() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function install(packages) {
  console.log(`Installing ${packages.join(', ')} …`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...args) => spawnSync('apt-get', args, options).status === 0;
  return apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', ...packages);
}
