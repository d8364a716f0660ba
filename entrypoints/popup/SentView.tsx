import { Check } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import { listOf } from '../../components/list-of.ts';
import { moment } from '../../components/moment.ts';
import { RecipientResults } from '../../components/RecipientResults.tsx';
import { recipientNames } from '../../components/recipient-names.ts';
import type { Draft } from '../../domain/draft.ts';
import { envelopeRecipients } from '../../domain/mail.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { CopyFailure } from './CopyFailure.tsx';
import { finish } from './finish.ts';
import { PopupFrame } from './PopupFrame.tsx';
import type { ResultProps } from './ResultView.tsx';

export function SentView({ item, account, editor }: ResultProps) {
  const host = item.host ?? account.profile.server.host;
  const someoneElse = (draft: Draft): Draft => ({ ...draft, ...nobody, id: crypto.randomUUID(), again: true });
  return (
    <PopupFrame title={i18n.t('popup.sentTitle')}>
      <CopyFailure item={item} />
      <div role="status">
        <BlankState
          icon={Check}
          tone="ok"
          heading={isProven(item) ? i18n.t('result.accepted', { host }) : i18n.t('popup.sentTitle')}
          text={sentText(item)}
          extra={<Proof item={item} />}
        >
          <Button look="primary" onClick={() => finish(editor)}>
            {i18n.t('result.done')}
          </Button>
          <Button onClick={() => editor.replace(someoneElse)}>{i18n.t('result.someoneElse')}</Button>
        </BlankState>
      </div>
    </PopupFrame>
  );
}

const nobody = { to: [], cc: [], bcc: [], toText: '', ccText: '', bccText: '' };

/** "Accepted" is said only with the server's own answer; a person may also have marked the mail as sent. */
function isProven(item: OutboxItem): boolean {
  return item.outcome?.state === 'sent';
}

function sentText(item: OutboxItem): string {
  const file = listOf(item.mail.attachments.map(({ fileName }) => fileName));
  const names = recipientNames(item.mail);
  if (!isProven(item)) return i18n.t('result.markedText', { file, names });
  const when = moment(item.finishedAt ?? item.createdAt, Date.now());
  return i18n.t('result.sentText', { file, names, when });
}

function Proof({ item }: { item: OutboxItem }) {
  const to = envelopeRecipients(item.mail);
  return (
    <details className="max-w-full text-hint text-dim">
      <summary className="min-h-6 content-center">{i18n.t('notice.details')}</summary>
      {to.length > 1 && <RecipientResults addresses={to} results={item.recipients ?? []} sent={isProven(item)} />}
      <p>
        {i18n.t('result.messageId')} <bdi className="font-mono">{item.mail.messageId}</bdi>
      </p>
      {item.response && (
        <p>
          {i18n.t('result.reply')} <bdi className="font-mono">{item.response}</bdi>
        </p>
      )}
    </details>
  );
}
