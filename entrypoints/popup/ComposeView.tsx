import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { controlLook } from '../../components/control-look.ts';
import { Field } from '../../components/Field.tsx';
import { pagePlace } from '../../components/page-place.ts';
import { TextField } from '../../components/TextField.tsx';
import { totalSize } from '../../domain/capture.ts';
import { type Draft, recipientsOf } from '../../domain/draft.ts';
import { maxSubject } from '../../domain/mail.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import { CaptureSlot } from './CaptureSlot.tsx';
import { ComposeFooter } from './ComposeFooter.tsx';
import { ComposeNotice } from './ComposeNotice.tsx';
import { canSend } from './can-send.ts';
import { changeAccount } from './change-account.ts';
import { composeStatus } from './compose-status.ts';
import { FromField } from './FromField.tsx';
import { PopupFrame } from './PopupFrame.tsx';
import { place } from './place.ts';
import { RecipientFields } from './RecipientFields.tsx';
import { SendingFooter } from './SendingFooter.tsx';
import { SizeNotice } from './SizeNotice.tsx';
import type { Account } from './screen-for.ts';
import { TestView } from './TestView.tsx';
import type { DraftEditor } from './use-draft.ts';
import { useNow } from './use-now.ts';
import { useOnline } from './use-online.ts';
import { useSend } from './use-send.ts';
import { useSendShortcut } from './use-send-shortcut.ts';

type Props = { draft: Draft; item: OutboxItem | null; account: Account; editor: DraftEditor; checking: boolean };

/** The form: PDF, To, Subject, Message, Send. */
export function ComposeView({ draft, item, account, editor, checking }: Props) {
  const { profile, settings } = account;
  const online = useOnline();
  const [testing, setTesting] = useState(false);
  const sender = useSend(editor, draft, settings.disabled);
  const now = useNow(item?.state === 'waiting' || item?.state === 'sending');
  const sending = sender.handingOver || item?.state === 'sending' || item?.state === 'waiting';
  const enabled = canSend(draft) && !sending;
  const sendButton = useFocusOnceEnabled(enabled && recipientsOf(draft).length > 0);
  const send = () => void (enabled && sender.send());
  useSendShortcut(send);

  const status = composeStatus({ draft, host: profile.server.host, item, checking, online, now });
  const footer = sending ? (
    <SendingFooter from={profile.sender.address} status={status} item={item} />
  ) : (
    <ComposeFooter
      from={
        <FromField
          profiles={settings.profiles}
          profile={profile}
          onChange={(chosen) => editor.edit(changeAccount(draft, profile, chosen))}
        />
      }
      status={status}
      label={sendLabel(item, sender.asked)}
      enabled={enabled}
      onSend={send}
      onTest={() => setTesting(true)}
      sendButton={sendButton}
    />
  );
  if (testing) return <TestView account={account} size={sizeOf(draft)} onBack={() => setTesting(false)} />;
  return (
    <PopupFrame title={i18n.t('popup.title')} subtitle={pagePlace(draft.url)} footer={footer}>
      <div className="grid gap-3">
        <ComposeNotice item={item} sender={sender} profile={profile} editor={editor} />
        <CaptureSlot draft={draft} editor={editor} disabled={sending} />
        {item?.failure?.code !== 'message-too-big' && <SizeNotice capture={draft.capture} server={profile.server} />}
        <RecipientFields
          draft={draft}
          editor={editor}
          settings={settings}
          errors={sender.fieldErrors}
          disabled={sending}
        />
        <TextField
          label={i18n.t('compose.subject')}
          value={draft.subject}
          maxLength={maxSubject}
          disabled={sending}
          onChange={(event) => editor.edit({ subject: event.currentTarget.value })}
        />
        <MessageField
          value={draft.message}
          disabled={sending}
          onChange={(message) => editor.edit({ message })}
          small={Boolean(
            sender.failure || sender.earlier || draft.elsewhere || item?.failure || draft.capture.state === 'failed',
          )}
        />
      </div>
    </PopupFrame>
  );
}

function sendLabel(item: OutboxItem | null, asked: boolean): string {
  const isRepeated = asked || item?.state === 'not-sent' || item?.state === 'rejected';
  return isRepeated ? i18n.t('compose.sendAgain') : i18n.t('compose.send');
}

function sizeOf({ capture }: Draft): number | undefined {
  return totalSize(capture) || undefined;
}

type MessageProps = { value: string; disabled: boolean; onChange: (text: string) => void; small: boolean };

function MessageField({ value, disabled, onChange, small }: MessageProps) {
  return (
    <Field label={i18n.t('compose.message')}>
      {(wiring) => (
        <textarea
          dir="auto"
          className={`${controlLook} resize-none ${messageHeight(small)}`}
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
          {...wiring}
        />
      )}
    </Field>
  );
}

/** A popup has 600 px and no more; elsewhere the message takes what is left. */
function messageHeight(small: boolean): string {
  if (place !== 'popup') return 'h-[max(8.5rem,calc(100dvh-36rem))]';
  return small ? 'h-12' : 'h-34';
}

/** With recipients already there, the next thing people want is Send; nobody is pulled out of a field for it. */
function useFocusOnceEnabled(enabled: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (enabled && document.activeElement === document.body) button.current?.focus();
  }, [enabled]);
  return button;
}
