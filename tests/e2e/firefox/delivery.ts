import type { Settings } from '../../../domain/settings.ts';
import { companionProcesses } from '../../support/companion-processes.ts';
import { expect, firefoxOffice, sees, sendTo, showInvoice, test } from '../../support/firefox-office.ts';
import { type HeldServer, heldServer } from '../../support/held-server.ts';
import { plainServer } from '../../support/sample-job.ts';

const office = firefoxOffice({ allowed: true });
let server: HeldServer;

test.beforeEach(async () => {
  server = await heldServer();
  await office().setUp((settings) => sendingTo(server, settings));
});
test.afterEach(() => server.close());

function sendingTo({ port }: HeldServer, settings: Settings): Settings {
  return { ...settings, profiles: settings.profiles.map((each) => ({ ...each, server: plainServer(port) })) };
}

/** Sends the invoice to a server that has got it all and does not answer yet. */
async function sendIt(to = 'anna@northwind.example'): Promise<void> {
  await showInvoice(office());
  await sendTo(await office().firefox.press(), to);
  await server.reached('dot');
}

async function outboxShowsItSentOnce(to: string): Promise<void> {
  const { firefox } = office();
  await firefox.openOwn('options.html#outbox');
  await sees(firefox.tab, new RegExp(`\\bSent\\b[\\s\\S]*${to}`));
  expect((await firefox.tab.text()).split(to)).toHaveLength(2);
}

test('F2: the background page is ended while the server has the message: sent, once', async () => {
  const { firefox } = office();
  await sendIt();
  await firefox.closePopup();
  await firefox.background.end();
  expect(await firefox.background.state()).toBe('stopped');
  server.letGo();
  await sees(await firefox.press(), /Accepted by/);
  expect(server.messages).toHaveLength(1);
});

test("F2: the extension's process is killed while the server has the message: sent, once", async () => {
  const { firefox } = office();
  await sendIt();
  await firefox.closePopup();
  await firefox.background.crash();
  server.letGo();
  await sees(await firefox.press(), /Accepted by/);
  expect(server.messages).toHaveLength(1);
});

test('F3: the extension is loaded anew while the server has the message: sent, once', async () => {
  const { firefox, dataDir } = office();
  const to = 'reload@northwind.example';
  await sendIt(to);
  await firefox.closePopup();
  const { companions } = companionProcesses(dataDir);
  await firefox.background.reload();
  server.letGo();
  await outboxShowsItSentOnce(to);
  await expect.poll(() => companionProcesses(dataDir).companions.some((pid) => companions.includes(pid))).toBe(false);
  expect(server.messages).toHaveLength(1);
});

test('F4: the companion is killed while the server has the message: sent, once', async () => {
  const { firefox, dataDir } = office();
  await sendIt();
  for (const pid of companionProcesses(dataDir).companions) process.kill(pid, 'SIGKILL');
  server.letGo();
  await sees(firefox.popup, /Accepted by/);
  expect(server.messages).toHaveLength(1);
});

for (const way of ['quit', 'SIGTERM', 'SIGKILL'] as const) {
  test(`F5: Firefox ends by ${way} while sending: the courier delivers once, the next start shows it`, async () => {
    const { firefox, dataDir } = office();
    const to = `${way.toLowerCase()}@northwind.example`;
    await sendIt(to);
    if (way === 'quit') await firefox.quit();
    else await firefox.kill(way);
    // Firefox ends its companion by a signal three seconds after it quit; the courier must not go with it.
    await expect.poll(() => companionProcesses(dataDir).companions).toEqual([]);
    expect(companionProcesses(dataDir).couriers).toHaveLength(1);
    server.letGo();
    await expect.poll(() => companionProcesses(dataDir).couriers).toEqual([]);
    await office().restart();
    await outboxShowsItSentOnce(to);
    expect(server.messages).toHaveLength(1);
    await showInvoice(office());
    await sees(await office().firefox.press(), `You sent this page to ${to}`);
  });
}
