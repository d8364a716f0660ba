import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { accountList, type ChangedList } from '../form/account-list.ts';
import { accountName } from '../form/account-name.ts';
import type { AccountValues } from '../form/account-values.ts';
import type { FormValues } from '../form/form-values.ts';
import { useAccount } from '../use-account.ts';
import type { AccountChoice } from '../use-account-choice.ts';
import { AccountButtons } from './AccountButtons.tsx';
import { AccountSelect } from './AccountSelect.tsx';

type Removed = { account: AccountValues; index: number };

/** Which account the fields show, and what can be done to the list. With one account only a link to add another stands here. */
export function AccountSwitcher({ choice }: { choice: AccountChoice }) {
  const { watch, getValues, setValue } = useFormContext<FormValues>();
  const { register, error } = useAccount();
  const [renaming, setRenaming] = useState(false);
  const [removed, setRemoved] = useState<Removed>();
  const accounts = watch('accounts');
  const current = accounts[choice.index];

  function apply({ accounts: changed, index }: ChangedList): void {
    setValue('accounts', changed, { shouldDirty: true });
    choice.choose(index);
    setRenaming(false);
    setRemoved(undefined);
  }
  function remove(account: AccountValues): void {
    apply(accountList.remove(getValues('accounts'), choice.index));
    setRemoved({ account, index: choice.index });
  }
  if (!current) return null;
  const several = accounts.length > 1;
  return (
    <div className="mb-4 grid gap-2">
      <div className="flex flex-wrap items-center gap-1">
        {several && <AccountSelect accounts={accounts} choice={choice} />}
        {several && (
          <AccountButtons
            name={accountName(current)}
            isDefault={choice.index === 0}
            renaming={renaming}
            onRename={() => setRenaming(!renaming)}
            onCopy={() => apply(accountList.copy(getValues('accounts'), choice.index, copyName(current)))}
            onMakeDefault={() => apply(accountList.makeDefault(getValues('accounts'), choice.index))}
            onRemove={() => remove(current)}
          />
        )}
        <Button
          look="link"
          className={several ? 'ms-2' : ''}
          onClick={() => apply(accountList.add(getValues('accounts')))}
        >
          {several ? i18n.t('accounts.add') : i18n.t('accounts.addAnother')}
        </Button>
      </div>
      {several && (renaming || error('name')) && (
        <TextField
          layout="beside"
          label={i18n.t('accounts.name')}
          hint={i18n.t('accounts.nameHint')}
          error={error('name')}
          maxLength={64}
          {...register('name')}
        />
      )}
      {removed && !accounts.some(({ id }) => id === removed.account.id) && (
        <p role="status" className="flex flex-wrap items-center gap-x-3 rounded-card bg-warn-soft px-3 py-2">
          {i18n.t('accounts.removed', { name: accountName(removed.account) })}
          <Button
            look="link"
            onClick={() => apply(accountList.restore(getValues('accounts'), removed.account, removed.index))}
          >
            {i18n.t('server.undo')}
          </Button>
        </p>
      )}
    </div>
  );
}

function copyName(account: AccountValues): string {
  return i18n.t('accounts.copyOf', { name: accountName(account) });
}
