import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { controlLook } from '../../../components/control-look.ts';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Field } from '../../../components/Field.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { useCommand } from '../../../components/use-command.ts';
import { recipientsOf } from '../../../domain/draft.ts';
import { type Mail, maxSubject } from '../../../domain/mail.ts';
import type { Settings } from '../../../domain/settings.ts';
import { advice } from '../../../extension/advice.ts';
import { background } from '../../../extension/background-port.ts';
import { readOutboxItem } from '../../../extension/storage/outbox.ts';
import { ResendRecipients, resendTo, takenTo } from './ResendRecipients.tsx';

type Props = { id: string; settings: Settings; onClose: () => void };

/** The same document once more, as a new message: to whom, and with which words, can be changed. */
export function ResendDialog({ id, settings, onClose }: Props) {
  const [mail, setMail] = useState<Mail>();
  useEffect(() => {
    void readOutboxItem(id).then((item) => (item ? setMail(item.mail) : onClose()));
  }, [id, onClose]);
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 bg-shade" />
        <AlertDialog.Popup className="fixed inset-4 m-auto h-fit max-h-[calc(100%-2rem)] max-w-lg overflow-y-auto rounded-card border border-line bg-raised p-6 shadow-lg">
          <AlertDialog.Title className="text-blank font-semibold">{i18n.t('outbox.resendTitle')}</AlertDialog.Title>
          <AlertDialog.Description className="mb-3 text-dim">{i18n.t('outbox.resendText')}</AlertDialog.Description>
          {mail && <ResendForm id={id} mail={mail} settings={settings} onDone={onClose} />}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

type FormProps = { id: string; mail: Mail; settings: Settings; onDone: () => void };

function ResendForm({ id, mail, settings, onDone }: FormProps) {
  const [fields, setFields] = useState(() => resendTo(mail, settings));
  const [subject, setSubject] = useState(mail.subject);
  const [message, setMessage] = useState(mail.text);
  const { failure, run } = useCommand();
  const send = () => {
    const taken = takenTo(fields, settings.disabled);
    setFields(taken);
    const { to, cc, bcc } = taken;
    if (to.problem || cc.problem || bcc.problem) return;
    const people = { to: to.mailboxes, cc: cc.mailboxes, bcc: bcc.mailboxes };
    if (recipientsOf(people).length === 0) return;
    run(() => background.call('resend', { id, texts: { ...people, subject, message } }).then(onDone));
  };
  return (
    <div className="grid gap-3">
      {failure && <FailureNotice failure={failure} advice={advice(failure)} />}
      <ResendRecipients fields={fields} onChange={setFields} rules={settings.disabled} mail={mail} />
      <TextField
        label={i18n.t('compose.subject')}
        value={subject}
        maxLength={maxSubject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Field label={i18n.t('compose.message')}>
        {(wiring) => (
          <textarea
            dir="auto"
            className={`${controlLook} h-28 resize-none`}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
            {...wiring}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <AlertDialog.Close render={<Button />}>{i18n.t('outbox.confirmBack')}</AlertDialog.Close>
        <Button look="primary" disabled={subject.trim() === ''} onClick={send}>
          {i18n.t('compose.send')}
        </Button>
      </div>
    </div>
  );
}
