import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { FoundRules } from '../../../domain/rule-list.ts';
import { addRules, type RuleList, removeRule, withNote } from '../form/add-rules.ts';
import type { FormValues } from '../form/form-values.ts';

/** What the last change did, for the line that tells it. */
export type RulesNews =
  | { kind: 'added'; added: number; known: string[]; unreadable: string[] }
  | { kind: 'removed'; rule: string; before: RuleList };

/** The disabled list in the form, and what can be done to it. Nothing is stored before OK. */
export function useRules() {
  const { setValue, watch } = useFormContext<FormValues>();
  const [news, setNews] = useState<RulesNews>();
  const [rules, notes] = watch(['disabled', 'disabledNotes']);
  const list: RuleList = { rules, notes };

  function put(next: RuleList): void {
    setValue('disabled', next.rules, { shouldDirty: true });
    setValue('disabledNotes', next.notes, { shouldDirty: true });
  }
  return {
    list,
    news,
    add(found: FoundRules): void {
      const { added, known, ...next } = addRules(list, found);
      put(next);
      setNews({ kind: 'added', added, known, unreadable: found.unreadable });
    },
    remove(rule: string): void {
      put(removeRule(list, rule));
      setNews({ kind: 'removed', rule, before: list });
    },
    undo(before: RuleList): void {
      put(before);
      setNews(undefined);
    },
    note: (rule: string, note: string) => put(withNote(list, rule, note)),
  };
}
