import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useEffect, useRef, useState } from 'react';
import { type FieldErrors, type UseFormReturn, useForm } from 'react-hook-form';
import { i18n } from '#i18n';
import { toFailure } from '../../domain/failure.ts';
import type { SecretStoreName } from '../../domain/secret-store.ts';
import type { Settings } from '../../domain/settings.ts';
import { advice } from '../../extension/advice.ts';
import { formSchema, type SettingsChange } from './form/form-schema.ts';
import { type FormValues, formValues } from './form/form-values.ts';
import { saveSettings } from './form/save-settings.ts';
import { type SectionId, sections } from './sections.ts';
import { useFocusInvalid } from './use-focus-invalid.ts';
import { useGuardedLeave } from './use-guarded-leave.ts';

/** `wrong` points at a field, whose own error interrupts a screen reader already. */
export type SaveMessage = { tone: 'ok' | 'bad' | 'wrong'; text: string };
type Form = UseFormReturn<FormValues, unknown, SettingsChange>;

/** The form behind all sections, with OK and Cancel. */
export function useSettingsForm(settings: Settings, section: SectionId) {
  const form: Form = useForm<FormValues, unknown, SettingsChange>({
    defaultValues: formValues(settings),
    resolver: standardSchemaResolver(formSchema),
    shouldFocusError: false, // the wrong field may stand in another section
  });
  const [message, setMessage] = useState<SaveMessage>();
  const [saves, setSaves] = useState(0);
  const focusInvalid = useFocusInvalid(section);
  const { isDirty } = form.formState;
  useGuardedLeave(isDirty);
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ name }) => name && setMessage(undefined) }),
    [form],
  );
  const saved = useFollow(settings, form, () => setMessage({ tone: 'bad', text: i18n.t('options.savedElsewhere') }));

  async function save(change: SettingsChange): Promise<void> {
    setMessage(undefined);
    const typed = change.password;
    const result = await saveSettings(change).catch(toFailure);
    if ('code' in result && !('kind' in result)) return setMessage({ tone: 'bad', text: advice(result).text });
    if (result.kind === 'password-needed') return refuse({ [result.field]: { type: 'custom', message: result.code } });
    saved(result.settings);
    form.reset(formValues(result.settings));
    setSaves((count) => count + 1);
    if (result.kind === 'saved') {
      return setMessage({ tone: 'ok', text: savedText(result.store) });
    }
    form.setValue('password', typed, { shouldDirty: true });
    const { title, text } = advice(result.failure);
    setMessage({ tone: 'bad', text: i18n.t('options.passwordNotSaved', { reason: `${title}. ${text}` }) });
  }

  /** Goes to the first wrong field, in whatever section it is. */
  function refuse(errors: FieldErrors<FormValues>): void {
    const wrong = sections.find(({ fields }) => fields.some((field) => errors[field]));
    const field = wrong?.fields.find((name) => errors[name]);
    if (!wrong || !field) return;
    const code = errors[field]?.message;
    form.setError(field, { type: 'custom', ...(code !== undefined && { message: code }) });
    setMessage({ tone: 'wrong', text: i18n.t('options.wrong', { section: wrong.label }) });
    location.hash = wrong.id;
    focusInvalid();
  }

  const cancel = () => {
    form.reset(formValues(settings));
    setMessage(isDirty ? { tone: 'ok', text: i18n.t('options.restored') } : undefined);
  };
  return { form, submit: form.handleSubmit(save, refuse), cancel, message, saves };
}

function savedText(store: SecretStoreName | undefined): string {
  if (store === 'keyring') return i18n.t('options.savedInKeyring');
  if (store === 'file') return i18n.t('options.savedInFile');
  return store === 'session' ? i18n.t('options.savedForSession') : i18n.t('options.saved');
}

/**
 * Another window may save too: clean fields follow it, changed ones stay and the user is told.
 * @returns to be told of own saves; the storage tells of them as of all others, at any time before or after
 */
function useFollow(settings: Settings, form: Form, conflict: () => void): (settings: Settings) => void {
  const seen = useRef(settings);
  const known = useRef(JSON.stringify(formValues(settings)));
  useEffect(() => {
    if (seen.current === settings) return;
    seen.current = settings;
    const now = formValues(settings);
    if (JSON.stringify(now) === known.current) return;
    known.current = JSON.stringify(now);
    if (form.formState.isDirty) conflict();
    else form.reset(now);
  }, [settings, form, conflict]);
  return (own) => {
    known.current = JSON.stringify(formValues(own));
  };
}
