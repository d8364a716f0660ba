import { type AccountValues, blankAccount } from './account-values.ts';

/** A list of accounts after a press, and the place of the account to show now. */
export type ChangedList = { accounts: AccountValues[]; index: number };

/** What the buttons do to the list of accounts. Nothing is saved before OK. */
export const accountList = {
  add(accounts: AccountValues[]): ChangedList {
    return { accounts: [...accounts, { ...blankAccount, id: crypto.randomUUID() }], index: accounts.length };
  },
  /** The copy stands behind its original. It has the same server and login, so a saved password is its own too. */
  copy(accounts: AccountValues[], index: number, name: string): ChangedList {
    const copy = { ...blankAccount, ...accounts[index], id: crypto.randomUUID(), name: name.slice(0, 64) };
    return { accounts: accounts.toSpliced(index + 1, 0, copy), index: index + 1 };
  },
  /** The first account is the default one. */
  makeDefault(accounts: AccountValues[], index: number): ChangedList {
    return { accounts: [...accounts.slice(index, index + 1), ...accounts.toSpliced(index, 1)], index: 0 };
  },
  remove(accounts: AccountValues[], index: number): ChangedList {
    return { accounts: accounts.toSpliced(index, 1), index: Math.max(0, index - 1) };
  },
  restore(accounts: AccountValues[], account: AccountValues, index: number): ChangedList {
    return { accounts: accounts.toSpliced(index, 0, account), index };
  },
};
