import { useState } from 'react';
import type { SettingsForm } from './use-settings-form.ts';

export type AccountChoice = {
  /** Place in the list of the account that the fields show. */
  index: number;
  /** Changes with every choice: what fields remember of one account is nothing for the next. */
  turn: number;
  choose(index: number): void;
};

/** Which account is being edited. It is remembered by its id: its place may change. */
export function useAccountChoice(form: SettingsForm): AccountChoice {
  const [{ id, turn }, setChosen] = useState({ id: '', turn: 0 });
  const accounts = form.watch('accounts');
  return {
    index: Math.max(
      0,
      accounts.findIndex((account) => account.id === id),
    ),
    turn,
    choose: (index) => setChosen({ id: form.getValues(`accounts.${index}.id`), turn: turn + 1 }),
  };
}
