import { useDeferredValue, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { type Contact, newContact } from '../../../domain/contact.ts';
import { advice } from '../../../extension/advice.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { AddressStatus } from './AddressStatus.tsx';
import { AutoStoreNotice } from './AutoStoreNotice.tsx';
import { ContactForm } from './ContactForm.tsx';
import { ContactTable } from './ContactTable.tsx';
import { ExportAddresses } from './ExportAddresses.tsx';
import { ImportAddresses } from './ImportAddresses.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { shownRows } from './shown-rows.ts';
import { useAddressActions } from './use-address-actions.ts';
import { type AddressList, useAddressList } from './use-address-list.ts';
import { useSelection } from './use-selection.ts';

/** @param rules the disabled list as it is stored */
export function AddressesSection({ rules }: { rules: string[] }) {
  const list = useAddressList();
  if (!list) return null; // some ms: a word would only flicker
  if ('failure' in list) return <FailureNotice failure={list.failure} advice={advice(list.failure)} />;
  return <LoadedAddresses list={list} rules={rules} />;
}

function LoadedAddresses({ list, rules }: { list: AddressList; rules: string[] }) {
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<Contact>();
  const actions = useAddressActions();
  const selection = useSelection();
  const query = useDeferredValue(wanted);
  const rows = shownRows(list.rows, query);
  const isEmpty = list.count === 0;
  return (
    <>
      <SectionHeading title={i18n.t('addresses.heading')} intro={i18n.t('addresses.intro', list.count)} />
      <AutoStoreNotice />
      <div className="flex flex-wrap items-center gap-2">
        {!isEmpty && <SearchField label={i18n.t('addresses.search')} value={wanted} onChange={setWanted} />}
        <Button onClick={() => setEdited(newContact({ name: '', address: '' }))}>{i18n.t('addresses.add')}</Button>
        <ImportAddresses rules={rules} onStored={actions.say} />
        {!isEmpty && <ExportAddresses count={list.count} addresses={[...selection.chosen]} onFailure={actions.say} />}
      </div>
      {edited && (
        <ContactForm
          key={edited.address}
          contact={edited}
          onSave={(contact) => actions.save(contact, edited.address || undefined)}
          onClose={() => setEdited(undefined)}
        />
      )}
      <SelectionBar selection={selection} actions={actions} />
      <AddressStatus news={actions.news} onNews={actions.say} />
      {rows.length > 0 && (
        <ContactTable
          rows={rows}
          count={query.trim() ? rows.length : list.count}
          rules={rules}
          selection={selection}
          actions={{ ...actions, edit: setEdited }}
        />
      )}
      {rows.length === 0 && (
        <p role="status" className="py-6 text-center text-dim">
          {isEmpty ? i18n.t('addresses.empty') : i18n.t('addresses.nothingFound', { text: query.trim() })}
        </p>
      )}
    </>
  );
}
