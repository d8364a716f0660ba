import { Ban, CircleCheck, Pencil, Trash2 } from 'lucide-react';
import { i18n } from '#i18n';
import { IconButton } from '../../../components/IconButton.tsx';
import { dayName } from '../../../components/moment.ts';
import type { Contact } from '../../../domain/contact.ts';
import { normaliseRule, refusals } from '../../../domain/policy.ts';
import type { TableActions } from './ContactTable.tsx';
import { columns } from './columns.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  contact: Contact;
  /** Where it stands among all, also those that are not drawn. */
  place: { index: number; start: number; isActive: boolean };
  rules: string[];
  selection: Selection;
  actions: TableActions;
  onPress: () => void;
};

export function ContactRow({ contact, place, rules, selection, actions, onPress }: Props) {
  const { name, address, groups, note, usedAt, useCount } = contact;
  const isChosen = selection.chosen.has(address);
  const [refused] = refusals([address], rules);
  const tabIndex = place.isActive ? 0 : -1; // only the buttons of the row the keyboard is on are tab stops
  return (
    <tr
      id={`contact-${place.index}`}
      aria-rowindex={place.index + 2}
      aria-selected={isChosen}
      data-active={place.isActive || undefined}
      onPointerDown={onPress}
      style={{ transform: `translateY(${place.start}px)` }}
      className={`${columns} absolute inset-x-0 h-11 border-b border-line aria-selected:bg-accent-soft hover:bg-sunken group-focus-visible:data-active:outline-2 group-focus-visible:data-active:-outline-offset-2 group-focus-visible:data-active:outline-accent`}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={i18n.t('addresses.select', { address })}
          checked={isChosen}
          onChange={() => selection.toggle(address)}
          className="size-4 align-middle accent-accent"
        />
      </td>
      <td className="min-w-0" title={note || undefined}>
        <bdi className="block truncate">{name}</bdi>
        {groups.length > 0 && <bdi className="block truncate text-hint text-dim">{groups.join(' · ')}</bdi>}
      </td>
      <td className="truncate" title={address}>
        <bdi>{address}</bdi>
      </td>
      <td className="truncate text-label text-dim">
        {usedAt ? dayName(usedAt, Date.now()) : i18n.t('addresses.never')}
      </td>
      <td className={`truncate text-label ${refused ? 'text-bad' : 'text-dim'}`} title={refused?.rule ?? undefined}>
        {refused ? i18n.t('addresses.disabled') : useCount}
      </td>
      <td className="flex justify-end">
        <IconButton
          icon={Pencil}
          tabIndex={tabIndex}
          label={i18n.t('addresses.edit', { address })}
          onClick={() => actions.edit(contact)}
        />
        <DisableButton contact={contact} rule={refused?.rule} tabIndex={tabIndex} actions={actions} />
        <IconButton
          icon={Trash2}
          tabIndex={tabIndex}
          label={i18n.t('addresses.delete', { address })}
          onClick={() => actions.remove([address])}
        />
      </td>
    </tr>
  );
}

type DisableProps = Pick<Props, 'actions' | 'contact'> & { rule: string | null | undefined; tabIndex: number };

/** What a rule for a whole domain disables is enabled where that rule is seen with all it does. */
function DisableButton({ contact: { address }, rule, tabIndex, actions }: DisableProps) {
  if (!rule)
    return (
      <IconButton
        icon={Ban}
        tabIndex={tabIndex}
        label={i18n.t('addresses.disable', { address })}
        onClick={() => actions.disable([address])}
      />
    );
  const isWide = normaliseRule(rule)?.startsWith('*');
  const label = isWide ? i18n.t('addresses.byRule', { address, rule }) : i18n.t('addresses.enable', { address });
  return (
    <IconButton
      icon={CircleCheck}
      tabIndex={tabIndex}
      label={label}
      disabled={isWide}
      className="disabled:opacity-40"
      onClick={() => actions.enable(address)}
    />
  );
}
