import { copyFileSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { keyringFile } from '../native-host/secrets/keyring-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = fileURLToPath(new URL('../dist/companion/tabpost.cjs', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Stands for the two characters that would end the comment. */
const endOfComment = '*~/';

/** Separates what every start runs from what is only read when it is needed. */
const mark = '/*LATER*/';

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

/** Turns every `import()` of the first part into a call for a module of the second. */
function postpone(modules: Set<string>): Plugin {
  return {
    name: 'postpone',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^\./ }, async ({ kind, path, pluginData, resolveDir }) => {
        if (kind !== 'dynamic-import' || pluginData === postpone) return undefined;
        const found = await resolve(path, { kind, resolveDir, pluginData: postpone });
        modules.add(`./${relative(root, found.path)}`);
        return { path: `./${relative(root, found.path)}`, namespace: 'later' };
      });
      onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
        contents: `module.exports = later(${JSON.stringify(path)});`,
      }));
    },
  };
}

/**
 * V8 looks through every line of a program before it runs the first: 18 ms for the whole companion, half of what a start takes
 * (measured). Behind a comment's opening it skips them. So the second part lies in a comment and is compiled on demand.
 */
const loader = `
let part;
function later(name) {
  part ??= (() => {
    const all = require('node:fs').readFileSync(__filename, 'utf8');
    const hidden = all.slice(all.indexOf(${JSON.stringify(mark.slice(0, 3))} + ${JSON.stringify(mark.slice(3))}) + ${mark.length + 3}, -3);
    const text = hidden.replaceAll('${endOfComment}', '*/');
    const own = { exports: {} };
    const names = ['module', 'exports', 'require', '__filename'];
    require('node:vm').compileFunction(text, names, { filename: __filename })(own, own.exports, require, __filename);
    return own.exports.modules;
  })();
  return part[name]();
}`;

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  return outputFiles?.[0]?.text ?? '';
}

const modules = new Set<string>();
const first = await bundle({
  entryPoints: ['native-host/main.ts'],
  plugins: [postpone(modules)],
  banner: { js: `#!/usr/bin/env node${loader}` },
});
const table = [...modules].map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(path)})`);
const second = await bundle({
  stdin: { contents: `export const modules = {${table.join(',')}}`, resolveDir: root },
  plugins: [withoutTranslations],
});
mkdirSync(dirname(outfile), { recursive: true });
if (second.includes(endOfComment)) throw new Error(`the bundle holds ${endOfComment} itself`);
writeFileSync(outfile, `${first}\n${mark}\n/*${second.replaceAll('*/', endOfComment)}*/\n`, { mode: 0o755 });
copyKeyringModule();

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
