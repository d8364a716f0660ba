import { parseArgs } from 'node:util';
import { version } from './version.ts';

const help = `Tabpost companion ${version}: sends what the Tabpost browser extension hands over.

  tabpost install     registers with the browsers of the current user
      --user-data-dir DIR   only with the Chromium profile in DIR
      --home DIR            with the browsers that run with HOME=DIR
      --allow-root          also as root
  tabpost uninstall   removes what install made; journal and passwords stay
  tabpost doctor      starts the companion as each browser would; says what is wrong and the command that mends it
  tabpost version     prints the version

Data (journal, mails on their way, passwords, log) lies in ~/.local/share/tabpost; TABPOST_DATA_DIR names another folder.`;

const options = {
  'user-data-dir': { type: 'string' },
  home: { type: 'string' },
  'allow-root': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Values = ReturnType<typeof parse>['values'];

/** Exit codes: 0 done, 1 something is wrong, 2 called wrongly. */
const commands: Record<string, (values: Values) => number | Promise<number>> = {
  install: runInstall,
  uninstall: runUninstall,
  doctor: runDoctor,
  version: () => say(version),
  help: () => say(help),
};

export async function runCli(args: string[]): Promise<void> {
  process.exitCode = await run(args);
}

async function run(args: string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return complain((error as Error).message, 2);
  }
  const { values, positionals } = parsed;
  const name = values.help ? 'help' : values.version ? 'version' : positionals[0];
  const command =
    name !== undefined && Object.hasOwn(commands, name) && positionals.length <= 1 ? commands[name] : undefined;
  if (!command) return complain(help, 2);
  try {
    return await command(values);
  } catch (error) {
    return complain((error as Error).message, 1);
  }
}

function parse(args: string[]) {
  return parseArgs({ args, options, allowPositionals: true });
}

async function runInstall({ 'user-data-dir': userDataDir, home, 'allow-root': allowRoot }: Values): Promise<number> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !allowRoot && !userDataDir && !home)
    return complain(
      'As root this would register for root only; run it as the user who browses (or add --allow-root).',
      2,
    );
  const { install } = await import('./install/index.ts');
  const { program, manifests } = install(__filename, { userDataDir, home });
  for (const { name, manifest } of manifests) say(`registered with ${name}: ${manifest}`);
  return say(`the browsers start ${program}`);
}

async function runUninstall(): Promise<number> {
  const { uninstall } = await import('./install/index.ts');
  for (const manifest of uninstall()) say(`removed ${manifest}`);
  return say('Tabpost is no longer registered. Journal and passwords are kept.');
}

async function runDoctor(): Promise<number> {
  const { diagnose } = await import('./install/doctor.ts');
  const findings = await diagnose();
  for (const { ok, text, fix } of findings)
    say(`${ok ? 'ok   ' : 'WRONG'} ${text}${fix ? `\n      mend it with: ${fix}` : ''}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}
