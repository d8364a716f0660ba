import { i18n } from '#i18n';
import { fileSize } from '../../components/file-size.ts';
import { pageLanguage } from '../../components/page-language.ts';
import type { Status } from '../../components/StatusLine.tsx';
import type { Draft } from '../../domain/draft.ts';
import { missing } from '../../domain/draft.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { isTyping } from './recipient-fields.ts';

type Facts = { draft: Draft; host: string; item: OutboxItem | null; checking: boolean; online: boolean; now: number };

/** ms after the last byte from which on people wonder whether anything still happens. */
const longWait = 20_000;

/** The status line under the form: what goes on, what is missing, or that all is ready. */
export function composeStatus({ draft, host, item, checking, online, now }: Facts): Status {
  if (item?.state === 'waiting') return { tone: 'busy', text: waitingText(item, now) };
  if (item?.state === 'sending') return { tone: 'busy', text: sendingText(item, now) };
  if (draft.capture.state === 'capturing') return { tone: 'busy', text: i18n.t('status.capturing') };
  if (draft.elsewhere) return { tone: 'warn', text: i18n.t('status.elsewhere') };
  if (checking) return { tone: 'busy', text: i18n.t('status.checking') };
  const gap = firstGap(draft);
  if (gap) return { tone: 'warn', text: gap };
  if (!online) return { tone: 'warn', text: i18n.t('status.offline') };
  if (item?.state === 'not-sent' || item?.state === 'rejected') return { tone: 'bad', text: i18n.t('status.notSent') };
  return { tone: 'ok', text: i18n.t('status.ready', { host }) };
}

function waitingText({ undoUntil }: OutboxItem, now: number): string {
  if (undoUntil === undefined || undoUntil <= now) return i18n.t('status.queued');
  return i18n.t('status.undoIn', { seconds: Math.ceil((undoUntil - now) / 1000) });
}

function sendingText({ progress, outcome }: OutboxItem, now: number): string {
  if (outcome?.state === 'data-complete') {
    return now - Date.parse(outcome.at) > longWait ? i18n.t('status.stillAnswer') : i18n.t('status.answer');
  }
  if (progress && progress.done >= progress.total) return i18n.t('status.answer');
  if (!progress || progress.total === 0) return i18n.t('status.sendingPlain');
  const percent = new Intl.NumberFormat(pageLanguage(), { style: 'percent' }).format(progress.done / progress.total);
  const [done, total] = [fileSize(progress.done), fileSize(progress.total)];
  return i18n.t('status.sending', { percent, done, total });
}

function firstGap(draft: Draft): string | undefined {
  if (draft.capture.state === 'failed') return i18n.t('compose.missingAttachment');
  const [gap] = missing(draft).filter((missed) => missed !== 'recipient' || !isTyping(draft));
  if (gap === undefined) return undefined;
  const words = {
    recipient: i18n.t('compose.missingRecipient'),
    attachment: i18n.t('compose.missingAttachment'),
    subject: i18n.t('compose.missingSubject'),
  };
  return words[gap];
}
