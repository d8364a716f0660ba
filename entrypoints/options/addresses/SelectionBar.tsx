import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { controlLook } from '../../../components/control-look.ts';
import { maxGroupName } from '../../../domain/contact.ts';
import type { AddressActions } from './use-address-actions.ts';
import type { Selection } from './use-selection.ts';

/** What can be done with all that is ticked. */
export function SelectionBar({ selection, actions }: { selection: Selection; actions: AddressActions }) {
  const [group, setGroup] = useState('');
  const addresses = [...selection.chosen];
  if (addresses.length === 0) return null;
  const join = () => {
    if (group.trim()) actions.group(addresses, group.trim());
    setGroup('');
  };
  return (
    <div
      role="toolbar"
      aria-label={i18n.t('addresses.selection')}
      className="mt-4 flex flex-wrap items-center gap-2 rounded-card bg-accent-soft p-2"
    >
      <p className="px-2 font-semibold">{i18n.t('addresses.chosen', addresses.length)}</p>
      <Button
        onClick={() => {
          actions.remove(addresses);
          selection.clear();
        }}
      >
        {i18n.t('addresses.deleteChosen')}
      </Button>
      <Button onClick={() => actions.disable(addresses)}>{i18n.t('addresses.disableChosen')}</Button>
      <input
        type="text"
        dir="auto"
        aria-label={i18n.t('addresses.group')}
        placeholder={i18n.t('addresses.group')}
        maxLength={maxGroupName}
        value={group}
        className={`${controlLook} w-40!`}
        onChange={(event) => setGroup(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault(); // else Enter would press OK
          join();
        }}
      />
      <Button onClick={join}>{i18n.t('addresses.addToGroup')}</Button>
      <Button look="link" onClick={selection.clear}>
        {i18n.t('addresses.clear')}
      </Button>
    </div>
  );
}
