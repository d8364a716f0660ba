import { type KeyboardEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { type Contact, maxNote } from '../../../domain/contact.ts';
import { groupsOf, readAddress } from '../../../domain/incoming-contact.ts';
import { displayNameSchema } from '../../../domain/mailbox.ts';
import { z } from '../../../domain/schema.ts';
import { maxDisplayName, toHeaderText } from '../../../domain/text.ts';

type Props = {
  contact: Contact;
  /** Whether it worked. */
  onSave: (contact: Contact) => Promise<boolean>;
  onClose: () => void;
};

type Typed = { name: string; address: string; groups: string; note: string };
type Problems = { name?: string; address?: string };

/** One entry of the list. No form element: it stands inside the form of all settings. */
export function ContactForm({ contact, onSave, onClose }: Props) {
  const [typed, setTyped] = useState<Typed>({ ...contact, groups: contact.groups.join(', ') });
  const [problems, setProblems] = useState<Problems>({});
  const title = contact.address ? i18n.t('addresses.edit', { address: contact.address }) : i18n.t('addresses.addTitle');

  async function save(): Promise<void> {
    const found = problemsOf(typed);
    setProblems(found);
    if (found.name || found.address) return;
    if (await onSave(contactOf(contact, typed))) onClose();
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault(); // else Enter would press OK
      void save();
    }
    if (event.key === 'Escape') onClose();
  };
  const field = (name: keyof Typed) => ({
    value: typed[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <section aria-label={title} className="mt-4 grid gap-3 rounded-card bg-sunken p-4 sm:grid-cols-2" onKeyDown={keys}>
      <h3 className="font-semibold wrap-anywhere sm:col-span-2">{title}</h3>
      <TextField
        label={i18n.t('addresses.address')}
        error={problems.address}
        autoFocus
        inputMode="email"
        spellCheck={false}
        {...field('address')}
      />
      <TextField label={i18n.t('addresses.name')} error={problems.name} maxLength={maxDisplayName} {...field('name')} />
      <TextField label={i18n.t('addresses.groups')} hint={i18n.t('addresses.groupsHint')} {...field('groups')} />
      <TextField label={i18n.t('addresses.note')} maxLength={maxNote} {...field('note')} />
      <div className="flex gap-2 sm:col-span-2">
        <Button look="primary" onClick={() => void save()}>
          {i18n.t('addresses.save')}
        </Button>
        <Button onClick={onClose}>{i18n.t('addresses.cancel')}</Button>
      </div>
    </section>
  );
}

function problemsOf({ name, address }: Typed): Problems {
  return {
    ...(readAddress(address) === undefined && { address: i18n.t('field.email') }),
    ...(!z.safeParse(displayNameSchema, name.trim()).success && { name: i18n.t('field.name') }),
  };
}

function contactOf(contact: Contact, { name, address, groups, note }: Typed): Contact {
  return {
    ...contact,
    address: readAddress(address) ?? '',
    name: name.trim(),
    groups: groupsOf(groups.split(',').map((group) => group.trim())),
    note: toHeaderText(note, maxNote),
  };
}
