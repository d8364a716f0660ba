import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { OutboxItem } from '../domain/outbox.ts';
import { advice } from './advice.ts';
import { openPopups } from './serve-pages.ts';
import { settingsItem } from './storage/settings.ts';

const prefix = 'tabpost:mail:';

/** ms after the press of Send from which on nobody expects the popup to tell any more. */
const soon = 60_000;

/** Tells what became of a mail when no popup is there to tell it: that it failed, that nobody knows, or that it left after waiting. */
export async function notify(item: OutboxItem): Promise<void> {
  if (openPopups() > 0 || !isNews(item) || !(await settingsItem.read()).notify) return;
  const { title, text } = wordsFor(item);
  await browser.notifications.create(`${prefix}${item.id}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message: `${item.mail.subject}\n${text}`,
  });
}

/** A press on a notification opens the outbox. */
export function answerNotifications(): void {
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith(prefix)) return;
    void browser.tabs.create({ url: browser.runtime.getURL('/options.html#outbox') });
    void browser.notifications.clear(id);
  });
}

function isNews({ state, attempt, createdAt, finishedAt = createdAt, trial }: OutboxItem): boolean {
  if (trial) return false; // the page that asked for it tells
  if (state === 'sent') return attempt > 1 || finishedAt - createdAt > soon;
  return ['partly-sent', 'rejected', 'not-sent', 'unknown'].includes(state);
}

function wordsFor(item: OutboxItem): { title: string; text: string } {
  const host = item.host ?? i18n.t('fallback.host');
  if (item.state === 'sent') return { title: i18n.t('notification.sent'), text: i18n.t('result.accepted', { host }) };
  if (item.state === 'unknown') return { title: i18n.t('popup.unknownTitle'), text: i18n.t('result.unknownHeading') };
  const said = advice(item.failure ?? { code: 'unexpected' }, { host });
  return {
    title: item.state === 'partly-sent' ? i18n.t('popup.partlyTitle') : i18n.t('notification.notSent'),
    text: said.title,
  };
}
