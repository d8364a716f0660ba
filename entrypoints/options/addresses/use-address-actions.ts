import { useState } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '../../../domain/contact.ts';
import type { LineChange } from '../../../domain/contact-front.ts';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import { normaliseRule, refusals } from '../../../domain/policy.ts';
import { addToGroup, removeContacts, saveContact, undoContacts } from '../../../extension/storage/contacts.ts';
import { settingsItem } from '../../../extension/storage/settings.ts';

/** What the last action did, and how to take it back. */
export type AddressNews = { text: string; undo?: () => Promise<void> } | { failure: Failure };

export type AddressActions = {
  news: AddressNews | undefined;
  say(news?: AddressNews): void;
  /** Whether it worked. @param former its address before, undefined for a new entry */
  save(contact: Contact, former?: string): Promise<boolean>;
  remove(addresses: string[]): void;
  group(addresses: string[], name: string): void;
  /** Puts each address on the disabled list. */
  disable(addresses: string[]): void;
  /** Takes the rule away that names this very address. */
  enable(address: string): void;
};

export function useAddressActions(): AddressActions {
  const [news, say] = useState<AddressNews>();
  const act = async (work: () => Promise<AddressNews>): Promise<boolean> => {
    const done = await work().catch((error: unknown) => ({ failure: toFailure(error) }));
    say(done);
    return !('failure' in done);
  };
  const changed = async (work: Promise<LineChange[]>, text: string): Promise<AddressNews> => {
    const changes = await work;
    return { text, undo: () => undoContacts(changes) };
  };
  return {
    news,
    say,
    save: (contact, former) =>
      act(() => changed(saveContact(contact, former), i18n.t('addresses.saved', { address: contact.address }))),
    remove: (addresses) =>
      void act(() => changed(removeContacts(addresses), i18n.t('addresses.removed', addresses.length))),
    group: (addresses, name) =>
      void act(() => changed(addToGroup(addresses, name), i18n.t('addresses.grouped', addresses.length, { name }))),
    disable: (addresses) => void act(() => disable(addresses)),
    enable: (address) => void act(() => enable(address)),
  };
}

async function disable(addresses: string[]): Promise<AddressNews> {
  const { disabled } = await settingsItem.read();
  const caught = new Set(refusals(addresses, disabled).map(({ address }) => address));
  const rules = addresses.filter((address) => !caught.has(address)).map((address) => address.toLowerCase());
  await settingsItem.update((settings) => ({ ...settings, disabled: [...settings.disabled, ...rules] }));
  return { text: i18n.t('addresses.disabledNow', rules.length), undo: () => dropRules(rules) };
}

async function enable(address: string): Promise<AddressNews> {
  const { disabled } = await settingsItem.read();
  const [refused] = refusals([address], disabled);
  if (refused?.rule) await dropRules([refused.rule]);
  const [still] = refusals([address], (await settingsItem.read()).disabled);
  const text = still
    ? i18n.t('addresses.stillDisabled', { address, rule: still.rule ?? '' })
    : i18n.t('addresses.enabledNow', { address });
  return { text };
}

async function dropRules(rules: string[]): Promise<void> {
  const gone = new Set(rules.map(normaliseRule));
  await settingsItem.update((settings) => ({
    ...settings,
    disabled: settings.disabled.filter((rule) => !gone.has(normaliseRule(rule))),
  }));
}
