import { Fragment } from 'react';
import { i18n } from '#i18n';
import { SectionHeading } from '../SectionHeading.tsx';
import type { AccountChoice } from '../use-account-choice.ts';
import { AccountFields } from './AccountFields.tsx';
import { AccountSwitcher } from './AccountSwitcher.tsx';
import { ServerFields } from './ServerFields.tsx';
import { Tests } from './Tests.tsx';
import { TrustedCertificate } from './TrustedCertificate.tsx';

/** @param saves counts the presses of OK: a password may be saved since the last one */
export function ServerSection({ saves, choice }: { saves: number; choice: AccountChoice }) {
  return (
    <>
      <SectionHeading title={i18n.t('server.heading')} intro={i18n.t('server.intro')} />
      <AccountSwitcher choice={choice} />
      <Fragment key={choice.turn}>
        <ServerFields />
        <AccountFields saves={saves} />
        <TrustedCertificate />
        <Tests saves={saves} />
      </Fragment>
    </>
  );
}
