// A registry that serves only some systems makes npm leave the others' packages out of the lock file, and then refuse that
// file in `npm ci` (npm/cli#9846). This writes an entry for each that is missing, so that one lock file serves all systems.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** Optional dependencies in the lock file that have no entry of their own, with the entry that they should have. */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !foldersAbove(parent).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
  );
}

/** Where Node looks for a dependency of this package: its own folder first, the root last. */
function foldersAbove(path) {
  const ends = [...path.matchAll(/(?=\/node_modules\/)/g)].map(({ index }) => path.slice(0, index + 1));
  return [`${path}/`, ...ends.reverse(), ''];
}

function entry(name, version, dev) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor)).slice(0, 1);
  if (!/^\d/.test(version) || cpu.length === 0) throw new Error(`cannot tell what ${name} ${version} is for`);
  const libc = words.includes('musl') || name.endsWith('musleabihf') ? ['musl'] : ['glibc'];
  const isLinux = os.includes('linux');
  return { version, cpu, ...(dev && { dev }), ...(isLinux && { libc }), optional: true, ...(os.length > 0 && { os }) };
}

function complete(file) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = missingEntries(lock.packages);
  const all = Object.entries({ ...lock.packages, ...Object.fromEntries(added) });
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added.length} entries added`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  complete(join(fileURLToPath(new URL('..', import.meta.url)), 'package-lock.json'));
}
