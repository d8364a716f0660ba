import { Check, CircleAlert, Send } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useCommand } from '../../components/use-command.ts';
import type { Draft } from '../../domain/draft.ts';
import { canRetry, type OutboxItem } from '../../domain/outbox.ts';
import { advice } from '../../extension/advice.ts';
import { background } from '../../extension/background-port.ts';
import { AdviceButton } from './AdviceButton.tsx';
import { finish } from './finish.ts';
import { openPage } from './open-page.ts';
import { PopupFrame } from './PopupFrame.tsx';
import { ResultRows } from './ResultRows.tsx';
import type { Account } from './screen-for.ts';
import type { DraftEditor } from './use-draft.ts';
import { useNow } from './use-now.ts';
import { WayBackButton } from './WayBackButton.tsx';

type Props = { items: OutboxItem[]; account: Account; editor: DraftEditor };

/** One mail for each recipient: what became of every one of them. */
export function SeveralView({ items, account, editor }: Props) {
  const command = useCommand();
  const { server } = account.profile;
  const failure = command.failure ?? items.find(({ state, failure }) => state !== 'sent' && failure)?.failure;
  const said = failure && advice(failure, server);
  const until = undoUntil(items);
  const now = useNow(until !== undefined);
  const summary = summaryOf(items, server.host);
  const heading = until === undefined ? summary.heading : undoText(until - now);
  return (
    <PopupFrame title={titleOf(items)}>
      {failure && said && (
        <FailureNotice failure={failure} advice={said} tone="warn">
          <AdviceButton action={said.action} />
        </FailureNotice>
      )}
      <div role="status">
        <BlankState {...summary} heading={heading} text={i18n.t('several.text')} extra={<ResultRows items={items} />}>
          <Actions items={items} editor={editor} run={command.run} />
        </BlankState>
      </div>
    </PopupFrame>
  );
}

type ActionsProps = { items: OutboxItem[]; editor: DraftEditor; run: ReturnType<typeof useCommand>['run'] };

function Actions({ items, editor, run }: ActionsProps) {
  const waiting = items.filter(({ state }) => state === 'waiting');
  const again = items.filter((item) => canRetry(item) && !['waiting', 'unknown'].includes(item.state));
  const all = (command: 'retry' | 'cancel', some: OutboxItem[]) => () =>
    run(() => Promise.all(some.map(({ id }) => background.call(command, { id }))));
  if (undoUntil(items) !== undefined)
    return (
      <WayBackButton autoFocus look="primary" onClick={all('cancel', waiting)}>
        {i18n.t('status.undo')}
      </WayBackButton>
    );
  if (waiting.length > 0) return <Button onClick={all('cancel', waiting)}>{i18n.t('several.cancel')}</Button>;
  if (items.some(({ state }) => state === 'sending')) return null;
  return (
    <>
      <Button look="primary" onClick={() => finish(editor)}>
        {i18n.t('result.done')}
      </Button>
      {again.length > 0 && <Button onClick={all('retry', again)}>{i18n.t('several.again', again.length)}</Button>}
      {again.length > 0 && (
        <Button onClick={() => editor.replace((draft) => corrected(draft, again))}>{i18n.t('several.correct')}</Button>
      )}
      {items.some(({ state }) => state === 'unknown') && (
        <Button onClick={() => openPage('/options.html#outbox')}>{i18n.t('several.openOutbox')}</Button>
      )}
    </>
  );
}

/** A new draft for those who got nothing: what was sent stays as it is. */
function corrected(draft: Draft, again: OutboxItem[]): Draft {
  const toText = again.flatMap(({ mail }) => mail.to.map(({ address }) => address)).join('; ');
  const nobody = { to: [], cc: [], bcc: [], ccText: '', bccText: '' };
  return { ...draft, ...nobody, id: crypto.randomUUID(), toText, again: true, edited: true };
}

/** Until when the press can be taken back as a whole; undefined once a mail is on its way. */
function undoUntil(items: OutboxItem[]): number | undefined {
  return items.every(({ state }) => state === 'waiting') ? items[0]?.undoUntil : undefined;
}

function undoText(ms: number): string {
  return i18n.t('status.undoIn', { seconds: Math.max(0, Math.ceil(ms / 1000)) });
}

function isUnderWay({ state }: OutboxItem): boolean {
  return state === 'waiting' || state === 'sending';
}

function titleOf(items: OutboxItem[]): string {
  if (items.some(isUnderWay)) return i18n.t('several.sendingTitle');
  return items.every(({ state }) => state === 'sent') ? i18n.t('popup.sentTitle') : i18n.t('popup.partlyTitle');
}

function summaryOf(items: OutboxItem[], host: string) {
  const sent = items.filter(({ state }) => state === 'sent').length;
  const heading = i18n.t('result.partly', { accepted: sent, all: items.length });
  if (items.some(isUnderWay)) return { icon: Send, tone: 'accent', heading } as const;
  if (sent < items.length) return { icon: CircleAlert, tone: 'warn', heading } as const;
  return { icon: Check, tone: 'ok', heading: i18n.t('result.accepted', { host }) } as const;
}
