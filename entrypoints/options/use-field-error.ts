import { useFormContext } from 'react-hook-form';
import type { FormValues } from './form/form-values.ts';
import { problemText } from './form/problem-text.ts';

/** The sentence for what is wrong with a field, if anything is. */
export function useFieldError(field: keyof FormValues): string | undefined {
  return problemText(useFormContext<FormValues>().formState.errors[field]?.message);
}
