import { useFormContext } from 'react-hook-form';
import type { FormValues } from './form/form-values.ts';
import { problemText } from './form/problem-text.ts';

/** The sentence for what is wrong with a field that belongs to no account, if anything is. */
export function useFieldError(field: Exclude<keyof FormValues, 'accounts' | 'disabledNotes'>): string | undefined {
  return problemText(useFormContext<FormValues>().formState.errors[field]?.message);
}
