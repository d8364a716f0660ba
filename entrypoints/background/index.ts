import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { autoStore } from '../../extension/auto-store.ts';
import { createBadge } from '../../extension/badge.ts';
import { captureDraft } from '../../extension/capture/capture-draft.ts';
import { createCompanion } from '../../extension/companion/client.ts';
import { serveContextMenus } from '../../extension/context-menus.ts';
import { createDispatcher } from '../../extension/dispatcher.ts';
import { forgetDraftsOfClosedTabs, forgetOldMails } from '../../extension/housekeeping.ts';
import { answerNotifications, notify } from '../../extension/notify.ts';
import { followPanelSetting } from '../../extension/open-form.ts';
import { rememberSize } from '../../extension/remember-size.ts';
import { servePages } from '../../extension/serve-pages.ts';
import { countOutbox } from '../../extension/storage/outbox.ts';
import { watchOutbox } from '../../extension/storage/outbox-news.ts';
import { dispatchAlarm } from '../../extension/wake-up.ts';
import { commands } from './commands.ts';

export default defineBackground(() => {
  // A password that is only in the companion's memory goes when the companion goes: then it must not be sent home for idleness.
  const memory = { password: false };
  const isSending = async () => (await countOutbox('sending')).count > 0;
  const companion = createCompanion(async () => memory.password || (await isSending()));
  companion.onLost(() => {
    memory.password = false;
  });
  const badge = createBadge();
  watchOutbox(() => void badge.draw());
  const dispatcher = createDispatcher(companion, (item) => {
    if (item.state === 'sent') badge.sent();
    if (item.state === 'sent' || item.state === 'partly-sent') void autoStore(item);
    void rememberSize(item);
    void notify(item);
  });
  servePages(commands(companion, dispatcher, memory));
  serveContextMenus((request) => void captureDraft(request, companion));
  followPanelSetting((tabId) => void captureDraft({ tabId, again: false }, companion));
  answerNotifications();
  forgetDraftsOfClosedTabs();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === dispatchAlarm) void dispatcher.run();
  });
  // Only a worker that listens is woken when the browser starts: what waited in the outbox goes on without a click.
  browser.runtime.onStartup.addListener(() => void dispatcher.run());
  self.addEventListener('online', () => void dispatcher.run());
  void dispatcher.run();
  void badge.draw();
  void forgetOldMails();
});
