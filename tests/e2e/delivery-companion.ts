import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostName } from '../../protocol/identity.ts';
import { expect, type Office, sendTo, test } from '../support/office.ts';

/** The browser's manifest of the companion, changed. */
function changeManifest({ userDataDir }: Office, change: object): void {
  const path = join(userDataDir, 'NativeMessagingHosts', `${hostName}.json`);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}

/** A companion of another age: it answers every request as if it were hello, with this protocol. */
function companionSpeaking(office: Office, protocol: number): string {
  const path = join(office.dataDir, `companion-${protocol}.cjs`);
  const program = `#!${process.execPath}
process.stdin.on('data', (chunk) => {
  const { id } = JSON.parse(chunk.subarray(4).toString());
  const reply = Buffer.from(JSON.stringify({ v: 1, id, type: 'reply', body: { protocol: ${protocol}, version: '0.0.1' } }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(reply.length);
  process.stdout.write(Buffer.concat([length, reply]));
});
`;
  writeFileSync(path, program);
  chmodSync(path, 0o755);
  return path;
}

test.describe('F22 a companion that cannot be used: what is wrong, and the way out', () => {
  const cases: { name: string; break: (office: Office) => void; says: string; button: string }[] = [
    {
      name: 'not installed',
      break: (office) => changeManifest(office, { name: 'org.tabpost.other' }),
      says: "The Tabpost companion isn't installed",
      button: 'Install the companion',
    },
    {
      name: 'installed for another extension',
      break: (office) => changeManifest(office, { allowed_origins: [`chrome-extension://${'a'.repeat(32)}/`] }),
      says: 'The companion does not know this extension',
      button: 'Repair the companion',
    },
    {
      name: 'too old',
      break: (office) => changeManifest(office, { path: companionSpeaking(office, 0) }),
      says: 'The Tabpost companion needs an update',
      button: 'Update the companion',
    },
  ];
  for (const { name, break: damage, says, button } of cases) {
    test(`F22 ${name}`, async ({ office }) => {
      damage(office);
      await office.showInvoice();
      const popup = await office.press();
      await expect(popup.getByRole('alert')).toContainText(says);
      await expect(popup.getByRole('button', { name: button })).toBeVisible();
      await expect(popup.getByRole('button', { name: 'Check again' })).toBeVisible();
    });
  }
});

test('F21 no room left in the browser: the mail goes out, the address list says what it could not keep', async ({
  office,
}) => {
  const [worker] = office.browser.context.serviceWorkers();
  await worker?.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function full(this: IDBObjectStore, ...rest: Parameters<typeof put>) {
      if (/^contact/.test(this.name)) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, rest);
    };
  });
  await office.showInvoice();
  const popup = await office.press();
  await sendTo(popup, 'anna@northwind.example');
  await expect(popup.getByText(/Accepted by/).first()).toBeVisible();
  expect(office.inbox.messages).toHaveLength(1);
});
