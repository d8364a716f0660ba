import { createHash } from 'node:crypto';
import { copyFileSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { keyringFile } from '../native-host/secrets/keyring-file.ts';
import { thirdPartyLicences } from './third-party-licences.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = fileURLToPath(new URL('../dist/companion/tabpost.cjs', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Stands for the two characters that would end the comment. */
const endOfComment = '*~/';

/** The parts that are only read when they are needed: all of the contract; filing of copies, which is as big again and seldom wanted. */
type Part = 'rest' | 'copies';
const isOfCopies = /sent-copy\/file-copy/;

// A CommonJS file: an ES module bundle costs 20 to 40 ms more at every start.
const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.TABPOST_VERSION': JSON.stringify(version) },
  logLevel: 'warning',
};

/** zod exports all its translations; nobody sees them here, and they would be a third of the file. */
const withoutTranslations: Plugin = {
  name: 'without-translations',
  setup: ({ onLoad }) => onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export {}' })),
};

/** Turns every wanted `import()` into a call for a module of a later part. */
function postpone(part: Part, modules: Set<string>, wanted = /./): Plugin {
  return {
    name: 'postpone',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^\./ }, async ({ kind, path, pluginData, resolveDir }) => {
        if (kind !== 'dynamic-import' || pluginData === postpone || !wanted.test(path)) return undefined;
        const found = await resolve(path, { kind, resolveDir, pluginData: postpone });
        modules.add(`./${relative(root, found.path)}`);
        return { path: `./${relative(root, found.path)}`, namespace: 'later' };
      });
      onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
        contents: `module.exports = later('${part}', ${JSON.stringify(path)});`,
      }));
    },
  };
}

/**
 * V8 looks through every line of a program before it runs the first: 18 ms for the whole companion, half of what a start takes
 * (measured). Behind a comment's opening it skips them. So the later parts lie in comments and are compiled on demand.
 *
 * What a browser's companion or a courier compiled is kept beside the program when it ends, if that folder may be written, and taken by the next
 * one: a first mail goes 95 of 330 ms sooner, and 5 MB are saved (measured). V8 refuses what another Node compiled, but of the text it compares
 * only the length and of its own bytes nothing (measured): so the part's hash and a checksum stand before them.
 */
const loader = (hashes: Record<Part, string>) => `
const hashes = ${JSON.stringify(hashes)};
const parts = {};
function later(name, path) {
  parts[name] ??= (() => {
    const all = require('node:fs').readFileSync(__filename, 'utf8');
    const begin = all.indexOf('/*' + 'LATER ' + name + ' ') + name.length + 9;
    const text = all.slice(begin, all.indexOf('*/', begin)).replaceAll('${endOfComment}', '*/');
    const own = { exports: {} };
    const names = ['module', 'exports', 'require', '__filename', 'later'];
    const { Script } = require('node:vm');
    const cachedData = readCompiled(name);
    const script = new Script('(function(' + names + '){' + text + '\\n})', { filename: __filename, cachedData });
    if (!cachedData || script.cachedDataRejected) process.on('exit', () => keepCompiled(name, script));
    script.runInThisContext()(own, own.exports, require, __filename, later);
    return own.exports.modules;
  })();
  return parts[name][path]();
}
const starter = process.argv[2] ?? '';
const role = starter === 'courier' ? starter : /:\\/\\/|[.]json$/.test(starter) ? 'host' : undefined;
function compiledFile(name) {
  return __filename + '.' + role + '-' + name;
}
function headOf(name, data) {
  return hashes[name] + require('node:zlib').crc32(data).toString(16).padStart(8, '0');
}
function readCompiled(name) {
  if (!role) return;
  try {
    const bytes = require('node:fs').readFileSync(compiledFile(name));
    const data = bytes.subarray(72);
    if (bytes.toString('latin1', 0, 72) === headOf(name, data)) return data;
  } catch {} // there is none yet: the start only takes longer
}
function keepCompiled(name, script) {
  if (!role) return;
  const fs = require('node:fs');
  const fresh = compiledFile(name) + '.' + process.pid;
  let file;
  try {
    file = fs.openSync(fresh, 'wx', 0o600); // before the work: the folder may belong to somebody else
    const data = script.createCachedData();
    fs.writeFileSync(file, Buffer.concat([Buffer.from(headOf(name, data)), data]));
    fs.closeSync(file);
    fs.renameSync(fresh, compiledFile(name));
  } catch { // the next start takes as long as this one did
    if (file !== undefined) fs.rmSync(fresh, { force: true });
  }
}`;

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  return outputFiles?.[0]?.text ?? '';
}

const modules: Record<Part, Set<string>> = { rest: new Set(), copies: new Set() };
const first = await bundle({ entryPoints: ['native-host/main.ts'], plugins: [postpone('rest', modules.rest)] });
const rest = await laterPart('rest', [withoutTranslations, postpone('copies', modules.copies, isOfCopies)]);
const copies = await laterPart('copies', [withoutTranslations]);
const start = `#!/usr/bin/env node${loader({ rest: hashOf(rest), copies: hashOf(copies) })}`;
mkdirSync(dirname(outfile), { recursive: true });
writeFileSync(outfile, [start, first, rest, copies, ''].join('\n'), { mode: 0o755 });
writeFileSync(join(dirname(outfile), 'third-party-licences.txt'), thirdPartyLicences());
copyKeyringModule();

/** The modules of a part as a comment. */
async function laterPart(part: Part, plugins: Plugin[]): Promise<string> {
  const table = [...modules[part]].map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(path)})`);
  const contents = `export const modules = {${table.join(',')}}`;
  const text = await bundle({ stdin: { contents, resolveDir: root }, plugins });
  if (text.includes(endOfComment)) throw new Error(`the bundle holds ${endOfComment} itself`);
  return `/*LATER ${part} ${text.replaceAll('*/', endOfComment)}*/`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The native part of the keyring for this system. npm installs it where there is one; without it the companion offers its other stores. */
function copyKeyringModule(): void {
  const target = join(dirname(outfile), keyringFile);
  const { platform, arch } = process;
  const system = platform === 'linux' ? `${platform}-${arch}*-${isMusl() ? 'musl*' : 'gnu*'}` : `${platform}-${arch}*`;
  const [found] = globSync(`node_modules/@napi-rs/keyring-${system}/*.node`, { cwd: root });
  if (found === undefined) return rmSync(target, { force: true });
  copyFileSync(join(root, found), `${target}.fresh`);
  renameSync(`${target}.fresh`, target); // a companion that runs has the old file mapped into its memory
}

function isMusl(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}
