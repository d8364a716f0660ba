import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createCompanion } from '../../extension/companion/client.ts';
import { createDispatcher, dispatchAlarm } from '../../extension/dispatcher.ts';
import { forgetDraftsOfClosedTabs, forgetUnneededPdfs } from '../../extension/housekeeping.ts';
import { servePages } from '../../extension/serve-pages.ts';
import { listOutbox } from '../../extension/storage/outbox.ts';
import { commands } from './commands.ts';

export default defineBackground(() => {
  const companion = createCompanion(async () => (await listOutbox()).some(({ state }) => state === 'sending'));
  const dispatcher = createDispatcher(companion);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  servePages(commands(companion, dispatcher));
  forgetDraftsOfClosedTabs();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === dispatchAlarm) void dispatcher.run();
  });
  void dispatcher.run();
  void forgetUnneededPdfs();
});
