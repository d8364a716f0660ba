import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useEffect, useState } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { i18n } from '#i18n';
import { toFailure } from '../../domain/failure.ts';
import type { Settings } from '../../domain/settings.ts';
import { advice } from '../../extension/advice.ts';
import { firstWrong } from './first-wrong.ts';
import { accountName } from './form/account-name.ts';
import type { AccountValues } from './form/account-values.ts';
import { formSchema, type SettingsChange, settingsChange } from './form/form-schema.ts';
import { type FormValues, formValues } from './form/form-values.ts';
import { type Problem, problems } from './form/problems.ts';
import { type SaveResult, saveSettings } from './form/save-settings.ts';
import { savedText } from './saved-text.ts';
import type { SectionId } from './sections.ts';
import { useAccountChoice } from './use-account-choice.ts';
import { useFocusInvalid } from './use-focus-invalid.ts';
import { useFollow } from './use-follow.ts';
import { useGuardedLeave } from './use-guarded-leave.ts';

/** `wrong` points at a field, whose own error interrupts a screen reader already. */
export type SaveMessage = { tone: 'ok' | 'bad' | 'wrong'; text: string };
export type SettingsForm = UseFormReturn<FormValues, unknown, SettingsChange>;

/** The form behind all sections, with OK and Cancel. */
export function useSettingsForm(settings: Settings, section: SectionId) {
  const form: SettingsForm = useForm<FormValues, unknown, SettingsChange>({
    defaultValues: formValues(settings),
    resolver: standardSchemaResolver(formSchema),
    shouldFocusError: false, // the wrong field may stand in another section
  });
  const [message, setMessage] = useState<SaveMessage>();
  const [saves, setSaves] = useState(0);
  const choice = useAccountChoice(form);
  const focusInvalid = useFocusInvalid(`${section} ${choice.turn}`);
  const { isDirty } = form.formState;
  useGuardedLeave(isDirty);
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ name }) => name && setMessage(undefined) }),
    [form],
  );
  const filled = useFollow(settings, form, () => setMessage({ tone: 'ok', text: i18n.t('options.savedElsewhere') }));

  async function save(change: SettingsChange): Promise<void> {
    setMessage(undefined);
    const typed = form.getValues();
    const result = await saveSettings(settingsChange(filled.values()), change).catch(toFailure);
    if (!('kind' in result)) return setMessage({ tone: 'bad', text: advice(result).text });
    if (result.kind === 'password-needed') return refuse([problemOf(result, typed.accounts)]);
    filled.with(result.settings);
    setSaves((count) => count + 1);
    if (result.kind === 'password-not-saved') {
      for (const [index, { password }] of typed.accounts.entries())
        if (password) form.setValue(`accounts.${index}.password`, password, { shouldDirty: true });
    }
    setMessage({ tone: result.kind === 'saved' ? 'ok' : 'bad', text: savedText(result) });
  }

  /** Goes to the first wrong field, in whatever account and section it is. */
  function refuse(wrong: Problem[]): void {
    const found = firstWrong(wrong, choice.index);
    if (!found) return;
    const { section: place, problem } = found;
    const path =
      problem.account === undefined ? problem.field : (`accounts.${problem.account}.${problem.field}` as const);
    form.setError(path, { type: 'custom', message: problem.code });
    const accounts = form.getValues('accounts');
    const account = problem.account === undefined ? undefined : accounts[problem.account];
    setMessage({
      tone: 'wrong',
      text:
        account && accounts.length > 1
          ? i18n.t('options.wrongOf', { section: place.label, account: accountName(account) })
          : i18n.t('options.wrong', { section: place.label }),
    });
    if (problem.account !== undefined) choice.choose(problem.account);
    location.hash = place.id;
    focusInvalid();
  }

  const submit = form.handleSubmit(save, () => refuse(problems(form.getValues())));
  const cancel = () => {
    filled.with(settings);
    setMessage(isDirty ? { tone: 'ok', text: i18n.t('options.restored') } : undefined);
  };
  return { form, submit, cancel, message, saves, choice };
}

type PasswordNeeded = Extract<SaveResult, { kind: 'password-needed' }>;

function problemOf({ field, account, code }: PasswordNeeded, accounts: AccountValues[]): Problem {
  if (field === 'passwordStore') return { field, code };
  const place = accounts.findIndex(({ id }) => id === account);
  // The one without an id in the form got its own only now.
  return { field, code, account: place < 0 ? accounts.findIndex(({ id }) => id === '') : place };
}
