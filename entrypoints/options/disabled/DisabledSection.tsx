import { useState } from 'react';
import { i18n } from '#i18n';
import { SearchField } from '../../../components/SearchField.tsx';
import { SectionHeading } from '../SectionHeading.tsx';
import { useFieldError } from '../use-field-error.ts';
import { useManaged } from '../use-managed.ts';
import { AddRule } from './AddRule.tsx';
import { ManagedRules } from './ManagedRules.tsx';
import { RuleList } from './RuleList.tsx';
import { RulesStatus } from './RulesStatus.tsx';
import { TryAddress } from './TryAddress.tsx';
import { useRules } from './use-rules.ts';

/** So few are seen at a glance. */
const fewRules = 8;

export function DisabledSection() {
  const rules = useRules();
  const [wanted, setWanted] = useState('');
  const listError = useFieldError('disabled');
  const { disabled: managed = [] } = useManaged();
  const list = { ...rules.list, rules: rules.list.rules.filter((rule) => !managed.includes(rule)) };
  const word = wanted.trim().toLowerCase();
  const fits = (rule: string) => rule.includes(word) || list.notes[rule]?.toLowerCase().includes(word);
  const shown = word ? list.rules.filter(fits) : list.rules;
  return (
    <>
      <SectionHeading title={i18n.t('disabled.heading')} intro={i18n.t('disabled.intro')} />
      <ManagedRules />
      <AddRule onAdd={rules.add} />
      <RulesStatus news={rules.news} onUndo={rules.undo} />
      <TryAddress list={rules.list} />
      {listError && (
        <p role="alert" className="mt-4 text-hint text-bad">
          {listError}
        </p>
      )}
      {list.rules.length > fewRules && (
        <div className="mt-4 flex items-center gap-3">
          <SearchField label={i18n.t('disabled.search')} value={wanted} onChange={setWanted} />
          <p className="text-hint text-dim">{i18n.t('disabled.count', list.rules.length)}</p>
        </div>
      )}
      {shown.length > 0 && <RuleList shown={shown} notes={list.notes} onRemove={rules.remove} onNote={rules.note} />}
      {shown.length === 0 && (
        <p className="mt-4 text-dim">{word ? i18n.t('disabled.nothingFound') : i18n.t('disabled.empty')}</p>
      )}
    </>
  );
}
