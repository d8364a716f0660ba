import { useId } from 'react';
import { i18n } from '#i18n';
import { controlLook } from '../../../components/control-look.ts';
import { accountName } from '../form/account-name.ts';
import type { AccountValues } from '../form/account-values.ts';
import type { AccountChoice } from '../use-account-choice.ts';

type Props = { accounts: AccountValues[]; choice: AccountChoice };

export function AccountSelect({ accounts, choice }: Props) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="me-2">
        {i18n.t('accounts.label')}
      </label>
      <select
        id={id}
        className={`${controlLook} w-auto! max-w-80 min-w-48 truncate`}
        value={choice.index}
        onChange={(event) => choice.choose(Number(event.currentTarget.value))}
      >
        {accounts.map((account, index) => (
          <option key={account.id} value={index}>
            {index === 0 ? i18n.t('accounts.default', { name: accountName(account) }) : accountName(account)}
          </option>
        ))}
      </select>
    </>
  );
}
