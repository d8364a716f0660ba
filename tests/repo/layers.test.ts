import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, textOf } from './repository.ts';

type Layer = { file: string; forbidden: string[]; allowed: string[] };

const pageForbidden = [
  '../../native-host/server.ts',
  '../../extension/dispatcher.ts',
  '../../extension/companion/client.ts',
  '../../extension/capture/index.ts',
  '../../extension/contacts-file/worker.ts',
  '../../entrypoints/background/commands.ts',
  'node:fs',
  'nodemailer',
];
const pageAllowed = [
  '../../components/Field.tsx',
  '../../extension/storage/settings.ts',
  '../../extension/background-port.ts',
  '../../extension/advice.ts',
  '../../extension/contacts-file/client.ts',
  '../../domain/mail.ts',
  'react',
];

const layers: Layer[] = [
  {
    file: 'domain/x.ts',
    forbidden: [
      '../protocol/rpc.ts',
      '../extension/advice.ts',
      'node:fs',
      'node:fs/promises',
      'wxt/browser',
      'react',
      'nodemailer',
    ],
    allowed: ['./schema.ts', 'zod/mini'],
  },
  {
    file: 'protocol/x.ts',
    forbidden: [
      '../extension/advice.ts',
      '../native-host/server.ts',
      'node:net',
      'wxt/browser',
      '#i18n',
      'react',
      'nodemailer',
    ],
    allowed: ['./rpc.ts', '../domain/mail.ts'],
  },
  {
    file: 'extension/x.ts',
    forbidden: [
      '../native-host/server.ts',
      '../components/Field.tsx',
      '../entrypoints/popup/App.tsx',
      'node:fs',
      'react',
      'nodemailer',
    ],
    allowed: ['./advice.ts', '../domain/mail.ts', '../protocol/rpc.ts', 'wxt/browser'],
  },
  {
    file: 'extension/storage/x.ts',
    forbidden: [
      '../../native-host/server.ts',
      '../../components/Field.tsx',
      '../../entrypoints/popup/App.tsx',
      'node:fs',
    ],
    allowed: ['../advice.ts', '../../domain/mail.ts', '../../protocol/rpc.ts'],
  },
  {
    file: 'native-host/x.ts',
    forbidden: [
      '../extension/advice.ts',
      '../components/Field.tsx',
      '../entrypoints/popup/App.tsx',
      'wxt/browser',
      '#i18n',
      'react',
    ],
    allowed: ['./server.ts', '../domain/mail.ts', '../protocol/rpc.ts', 'node:fs', 'nodemailer'],
  },
  {
    file: 'native-host/delivery/x.ts',
    forbidden: [
      '../../extension/advice.ts',
      '../../components/Field.tsx',
      '../../entrypoints/popup/App.tsx',
      'wxt/browser',
    ],
    allowed: ['../server.ts', '../../domain/mail.ts', '../../protocol/rpc.ts'],
  },
  {
    file: 'components/X.tsx',
    forbidden: [
      '../extension/storage/settings.ts',
      '../protocol/rpc.ts',
      '../entrypoints/popup/App.tsx',
      'node:fs',
      'wxt/browser',
      'nodemailer',
    ],
    allowed: ['./Field.tsx', '../domain/mail.ts', 'react', '#i18n'],
  },
  { file: 'entrypoints/popup/X.tsx', forbidden: pageForbidden, allowed: pageAllowed },
  { file: 'entrypoints/options/X.tsx', forbidden: pageForbidden, allowed: pageAllowed },
  { file: 'entrypoints/welcome/X.tsx', forbidden: pageForbidden, allowed: pageAllowed },
  {
    file: 'entrypoints/background/x.ts',
    forbidden: [
      '../../native-host/server.ts',
      '../../components/Field.tsx',
      '../popup/App.tsx',
      '../options/App.tsx',
      'node:fs',
      'react',
      'nodemailer',
    ],
    allowed: ['../../extension/dispatcher.ts', '../../protocol/rpc.ts', '../../domain/mail.ts', './commands.ts'],
  },
];

/** The imports of made-up files that the linter refuses under the rules of biome.json, by file. */
function refusedImports(folder: string): Map<string, string[]> {
  const rules = JSON.parse(textOf('biome.json')) as object;
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }));
  for (const { file, forbidden, allowed } of layers) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), [...allowed, ...forbidden].map((path) => `import '${path}';\n`).join(''));
  }
  const args = [
    'lint',
    '--only=style/noRestrictedImports',
    '--max-diagnostics=none',
    '--colors=off',
    '--reporter=github',
  ];
  const { stdout } = spawnSync(join(root, 'node_modules', '.bin', 'biome'), args, { cwd: folder, encoding: 'utf8' });
  const found = new Map<string, string[]>();
  for (const [, file = '', line] of stdout.matchAll(/noRestrictedImports,file=([^,]+),line=(\d+)/g)) {
    const path =
      /'(.*)'/.exec(readFileSync(resolve(folder, file), 'utf8').split('\n')[Number(line) - 1] ?? '')?.[1] ?? '';
    const name = relative(folder, resolve(folder, file));
    found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

describe('imports run one way; the linter says so', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tabpost-layers-')));
  afterAll(() => rmSync(folder, { recursive: true }));
  const refused = refusedImports(folder);

  it.each(layers)('$file', ({ file, forbidden }) => {
    expect((refused.get(file) ?? []).sort()).toEqual([...forbidden].sort());
  });
});
