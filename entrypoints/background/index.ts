import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { captureDraft } from '../../extension/capture/capture-draft.ts';
import { createCompanion } from '../../extension/companion/client.ts';
import { serveContextMenus } from '../../extension/context-menus.ts';
import { createDispatcher, dispatchAlarm } from '../../extension/dispatcher.ts';
import { forgetDraftsOfClosedTabs, forgetUnneededPdfs } from '../../extension/housekeeping.ts';
import { followPanelSetting } from '../../extension/open-form.ts';
import { servePages } from '../../extension/serve-pages.ts';
import { listOutbox } from '../../extension/storage/outbox.ts';
import { commands } from './commands.ts';

export default defineBackground(() => {
  // A password that is only in the companion's memory goes when the companion goes: then it must not be sent home for idleness.
  const memory = { password: false };
  const isSending = async () => (await listOutbox()).some(({ state }) => state === 'sending');
  const companion = createCompanion(async () => memory.password || (await isSending()));
  companion.onLost(() => {
    memory.password = false;
  });
  const dispatcher = createDispatcher(companion);
  servePages(commands(companion, dispatcher, memory));
  serveContextMenus((request) => void captureDraft(request, companion));
  followPanelSetting((tabId) => void captureDraft({ tabId, again: false }, companion));
  forgetDraftsOfClosedTabs();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === dispatchAlarm) void dispatcher.run();
  });
  // Only a worker that listens is woken when the browser starts: what waited in the outbox goes on without a click.
  browser.runtime.onStartup.addListener(() => void dispatcher.run());
  void dispatcher.run();
  void forgetUnneededPdfs();
});
