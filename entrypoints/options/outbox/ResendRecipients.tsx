import { i18n } from '#i18n';
import { AddressField } from '../../../components/AddressField.tsx';
import { problemText } from '../../../components/problem-text.ts';
import { type AddressProblem, type AddressValue, takeRecipients } from '../../../components/take-recipients.ts';
import type { Mail } from '../../../domain/mail.ts';
import { resentRecipients } from '../../../domain/resent-recipients.ts';
import type { Settings } from '../../../domain/settings.ts';

type Part = 'to' | 'cc' | 'bcc';

export type ResendTo = Record<Part, AddressValue & { problem?: AddressProblem }>;

const parts = ['to', 'cc', 'bcc'] as const;

export function resendTo(mail: Mail, { alwaysBcc }: Settings): ResendTo {
  const { to, cc, bcc } = resentRecipients(mail, alwaysBcc);
  return { to: fieldOf(to), cc: fieldOf(cc), bcc: fieldOf(bcc) };
}

/** What is still only typed becomes recipients, or the problem of its field. */
export function takenTo(fields: ResendTo, rules: string[]): ResendTo {
  const take = (part: Part) => {
    const { value, problem } = takeRecipients(fields[part], { rules });
    return { ...value, ...(problem && { problem }) };
  };
  return { to: take('to'), cc: take('cc'), bcc: take('bcc') };
}

type Props = { fields: ResendTo; onChange: (fields: ResendTo) => void; rules: string[]; mail: Mail };

/** The fields the mail had: who was hidden can be seen to be. */
export function ResendRecipients({ fields, onChange, rules, mail }: Props) {
  const labels = { to: i18n.t('compose.to'), cc: i18n.t('compose.cc'), bcc: i18n.t('compose.bcc') };
  const shown = parts.filter((part) => part === 'to' || mail[part].length > 0);
  return shown.map((part) => {
    const { problem, ...value } = fields[part];
    return (
      <AddressField
        key={part}
        label={labels[part]}
        value={value}
        onChange={(changed) => onChange({ ...fields, [part]: changed })}
        rules={rules}
        error={problem && problemText(problem)}
        placeholder={i18n.t('compose.toPlaceholder')}
      />
    );
  });
}

function fieldOf(mailboxes: Mail['to']): AddressValue {
  return { mailboxes, text: '' };
}
