import { Fragment } from 'react';
import { i18n } from '#i18n';
import { SectionHeading } from '../SectionHeading.tsx';
import type { AccountChoice } from '../use-account-choice.ts';
import { AccountSwitcher } from './AccountSwitcher.tsx';
import { FileNameField } from './FileNameField.tsx';
import { ReplyToField } from './ReplyToField.tsx';
import { SenderFields } from './SenderFields.tsx';
import { SentCopyFields } from './SentCopyFields.tsx';
import { SignatureField } from './SignatureField.tsx';

export function SendersSection({ choice }: { choice: AccountChoice }) {
  return (
    <>
      <SectionHeading title={i18n.t('senders.heading')} intro={i18n.t('senders.intro')} />
      <AccountSwitcher choice={choice} />
      <Fragment key={choice.turn}>
        <SenderFields />
        <ReplyToField />
        <SignatureField />
        <FileNameField />
        <SentCopyFields />
      </Fragment>
    </>
  );
}
