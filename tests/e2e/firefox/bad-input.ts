import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { geckoId, hostName } from '../../../protocol/identity.ts';
import { expect, firefoxOffice, sees, showInvoice, test } from '../../support/firefox-office.ts';
import { pictures } from '../../support/firefox-picture.ts';

const office = firefoxOffice({ companion: false });

/** Answers everything with a frame that is no JSON. */
const babbler = `#!${process.execPath}
process.stdin.on('data', () => process.stdout.write(Buffer.from([4, 0, 0, 0, 0x7b, 0x7b, 0x7b, 0x7b])));
`;

/** Tells Firefox of a companion. */
function register(allowed: string): void {
  const folder = join(office().home, '.mozilla/native-messaging-hosts');
  const path = join(office().home, 'babbler.cjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, babbler, { mode: 0o755 });
  const manifest = { name: hostName, description: hostName, path, type: 'stdio', allowed_extensions: [allowed] };
  writeFileSync(join(folder, `${hostName}.json`), JSON.stringify(manifest));
}

test('F22 without a companion the popup says so and gives the way to it', async () => {
  const { firefox } = office();
  await showInvoice(office());
  const popup = await firefox.press();
  await sees(popup, "The Tabpost companion isn't installed");
  expect(await popup.isEnabled('button', 'Check again')).toBe(true);
  await pictures(firefox, 'popup', 'firefox-companion-missing');
});

// Firefox does not tell a companion that is not for us from none, and closes the port where Chromium says nothing.
for (const [name, allowed, says, button] of [
  [
    'F22 a companion of another extension',
    'other@tabpost.example',
    "companion isn't installed",
    'Install the companion',
  ],
  ['F24 a companion whose answers are no JSON', geckoId, 'stopped right after its start', 'Repair the companion'],
] as const) {
  test(`${name}: what is wrong, and the way out`, async () => {
    register(allowed);
    await showInvoice(office());
    const popup = await office().firefox.press();
    await sees(popup, says);
    expect(await popup.isEnabled('button', button)).toBe(true);
    expect(await popup.isEnabled('button', 'Check again')).toBe(true);
  });
}
