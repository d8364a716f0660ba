import { useEffect, useRef } from 'react';
import { mergeChanges } from '../../domain/merge-changes.ts';
import type { Settings } from '../../domain/settings.ts';
import { type FormValues, formValues } from './form/form-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

type Filled = {
  /** What the fields were last filled with. */
  values(): FormValues;
  /** Fills them anew, with own settings; the storage tells of them as of all others, at any time before or after. */
  with(settings: Settings): void;
};

/**
 * Another window may save too: fields nobody changed here follow it, changed ones stay and the user is told.
 */
export function useFollow(settings: Settings, form: SettingsForm, conflict: () => void): Filled {
  const seen = useRef(settings);
  const filled = useRef(formValues(settings));
  useEffect(() => {
    if (seen.current === settings) return;
    seen.current = settings;
    const now = formValues(settings);
    const base = filled.current;
    if (JSON.stringify(now) === JSON.stringify(base)) return;
    filled.current = now;
    const isDirty = form.formState.isDirty;
    const merged = mergeChanges(base, form.getValues(), now, ['trusted', 'replyTo']);
    form.reset(now);
    if (!isDirty) return;
    form.reset(merged, { keepDefaultValues: true });
    conflict();
  }, [settings, form, conflict]);
  return {
    values: () => filled.current,
    with(own) {
      filled.current = formValues(own);
      form.reset(filled.current);
    },
  };
}
