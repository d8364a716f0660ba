import { createContext, useContext } from 'react';
import { type RegisterOptions, type UseFormRegisterReturn, useFormContext } from 'react-hook-form';
import { accountProblems } from './form/account-problems.ts';
import type { AccountValues } from './form/account-values.ts';
import type { FormValues } from './form/form-values.ts';
import { isBlankAccount } from './form/is-blank-account.ts';
import { problemText } from './form/problem-text.ts';

/** Place in the list of the account that the fields show. */
export const AccountIndex = createContext(0);

type Handlers = Pick<RegisterOptions, 'onChange' | 'onBlur'>;

export type AccountForm = {
  index: number;
  values: AccountValues;
  /** The same as they are at the moment of a click, not of the last drawing. */
  now(): AccountValues;
  register(name: keyof AccountValues, handlers?: Handlers): UseFormRegisterReturn;
  /** Changes fields as a person would. */
  set(change: Partial<AccountValues>, validate?: boolean): void;
  /** Marks everything that is wrong, as OK would; an account nobody filled in lacks its server. */
  complain(): void;
  /** The sentence for what is wrong with a field, if anything is. */
  error(name: keyof AccountValues): string | undefined;
};

/** The fields of the chosen account, by their own names. */
export function useAccount(): AccountForm {
  const index = useContext(AccountIndex);
  const { watch, getValues, register, setValue, setError, formState } = useFormContext<FormValues>();
  const errors = formState.errors.accounts?.[index];
  const prefix = `accounts.${index}` as const;
  return {
    index,
    values: watch(prefix),
    now: () => getValues(prefix),
    register: (name, handlers) => register(`${prefix}.${name}`, handlers),
    set(change, validate = false) {
      for (const [name, value] of Object.entries(change))
        setValue(`${prefix}.${name as keyof AccountValues}`, value, { shouldDirty: true, shouldValidate: validate });
    },
    complain() {
      const account = getValues(prefix);
      const wrong = isBlankAccount(account) ? [{ field: 'host', code: 'required' } as const] : accountProblems(account);
      for (const { field, code } of wrong) setError(`${prefix}.${field}`, { type: 'custom', message: code });
    },
    error: (name) => problemText(errors?.[name]?.message),
  };
}
