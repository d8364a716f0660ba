import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Build tools of which something stays in what is built. */
const builtIn = ['node_modules/wxt', 'node_modules/@wxt-dev/i18n', 'node_modules/tailwindcss'];

type Package = { version: string; license?: string; dev?: boolean };

/** The licence of every package that is part of extension or companion, as their licences ask for: name, version, full text. */
export function thirdPartyLicences(): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Package>;
  };
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev }]) => path !== '' && (!dev || builtIn.includes(path)),
  );
  return shipped
    .filter(([path]) => existsSync(join(root, path))) // those for other systems are not here
    .map(([path, { version, license }]) => `${nameOf(path)} ${version}, ${license}\n\n${licenceText(path)}`)
    .join(`\n\n${'-'.repeat(80)}\n\n`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** A package that may be had under several licences is taken under MIT. The parts of one for each system come without their own. */
function licenceText(path: string): string {
  const files = readdirSync(join(root, path)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const chosen = files.filter((file) => /\.MIT$/.test(file));
  const texts = (chosen.length > 0 ? chosen : files).map((file) => readFileSync(join(root, path, file), 'utf8').trim());
  return texts.join('\n\n');
}
