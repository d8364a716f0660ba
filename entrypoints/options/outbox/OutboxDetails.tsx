import { FileDown, FileText, Mail, Send, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { moment } from '../../../components/moment.ts';
import { RecipientResults } from '../../../components/RecipientResults.tsx';
import { SecondTry } from '../../../components/SecondTry.tsx';
import { envelopeRecipients } from '../../../domain/mail.ts';
import type { OutboxItem } from '../../../domain/outbox.ts';
import { advice } from '../../../extension/advice.ts';
import { copyAdvice } from '../../../extension/copy-advice.ts';
import { areKept, openKept, saveEml, saveKept } from './kept-pdfs.ts';
import type { RowActions } from './row-actions.ts';

type Props = RowActions & { item: OutboxItem };

/** Everything known about a mail: each recipient with the server's own words, the PDF, and what else can be done with it. */
export function OutboxDetails({ item, ...actions }: Props) {
  const { failure, secondFailure, response, mail, attempt, host } = item;
  const copy = item.outcome?.copy;
  const place = host ? { host } : {};
  const said = failure && item.state !== 'sent' ? advice(failure, place) : undefined;
  return (
    <div className="mt-2 grid gap-3 rounded-control bg-sunken p-3">
      {said && <p dir="auto">{said.text}</p>}
      {secondFailure && item.state === 'unknown' && (
        <SecondTry failure={secondFailure} advice={advice(secondFailure, place)} />
      )}
      {copy?.failure && <FailureNotice tone="warn" failure={copy.failure} advice={copyAdvice(copy.failure)} />}
      <RecipientResults
        addresses={envelopeRecipients(mail)}
        results={item.recipients ?? []}
        sent={item.state === 'sent'}
      />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-hint wrap-anywhere">
        <Fact name={i18n.t('outbox.from')} value={mail.from.address} />
        <Fact name={i18n.t('outbox.pressed')} value={moment(item.createdAt, Date.now())} />
        <Fact name={i18n.t('outbox.tries')} value={String(attempt)} />
        {item.state === 'waiting' && <Fact name={i18n.t('outbox.nextTry')} value={moment(item.dueAt, Date.now())} />}
        <Fact name={i18n.t('result.reply')} value={response ?? (secondFailure ?? failure)?.detail} code />
        {copy?.state === 'waiting' && <Fact name={i18n.t('sentCopy.heading')} value={i18n.t('sentCopy.waiting')} />}
        {copy?.state === 'filed' && <Fact name={i18n.t('sentCopy.heading')} value={i18n.t('sentCopy.filed')} />}
        <Fact name={i18n.t('result.messageId')} value={mail.messageId} code />
      </dl>
      <Means item={item} {...actions} />
    </div>
  );
}

function Fact({ name, value, code = false }: { name: string; value: string | undefined; code?: boolean }) {
  if (!value) return null;
  return (
    <>
      <dt className="text-dim">{name}</dt>
      <dd className={code ? 'font-mono' : ''}>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}

function Means({ item, run, onDelete, onResend }: Props) {
  const kept = useKept(item);
  const { attachments } = item.mail;
  const isOpen = ['waiting', 'sending', 'unknown'].includes(item.state);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {kept &&
        attachments.map((attachment) => (
          <span key={attachment.sha256} className="inline-flex gap-1">
            <Button onClick={() => run(() => openKept(attachment))}>
              <FileText size={16} strokeWidth={1.8} aria-hidden />
              {i18n.t('outbox.open', { file: attachment.fileName })}
            </Button>
            <Button
              aria-label={i18n.t('outbox.save', { file: attachment.fileName })}
              onClick={() => run(() => saveKept(attachment))}
            >
              <FileDown size={16} strokeWidth={1.8} aria-hidden />
            </Button>
          </span>
        ))}
      {kept === false && <p className="text-dim">{i18n.t('outbox.notKept')}</p>}
      {kept && (
        <Button onClick={() => run(() => saveEml(item.mail))}>
          <Mail size={16} strokeWidth={1.8} aria-hidden />
          {i18n.t('outbox.saveEml')}
        </Button>
      )}
      {kept && (
        <Button onClick={() => onResend(item.id)}>
          <Send size={16} strokeWidth={1.8} aria-hidden />
          {i18n.t('outbox.resend')}
        </Button>
      )}
      {!isOpen && (
        <Button onClick={() => onDelete(item.id)}>
          <Trash2 size={16} strokeWidth={1.8} aria-hidden />
          {i18n.t('outbox.delete')}
        </Button>
      )}
    </div>
  );
}

/** Whether the PDFs are still there; undefined while looking. */
function useKept({ mail: { attachments } }: OutboxItem): boolean | undefined {
  const [kept, setKept] = useState<boolean>();
  const wanted = JSON.stringify(attachments);
  useEffect(() => {
    void areKept(JSON.parse(wanted) as OutboxItem['mail']['attachments']).then(setKept);
  }, [wanted]);
  return kept;
}
