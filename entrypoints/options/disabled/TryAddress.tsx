import { useState } from 'react';
import { i18n } from '#i18n';
import { TextField } from '../../../components/TextField.tsx';
import { refusals } from '../../../domain/policy.ts';
import type { RuleList } from '../form/add-rules.ts';

/** Tells which rule catches an address, by the very function that decides when a mail is sent. */
export function TryAddress({ list }: { list: RuleList }) {
  const [text, setText] = useState('');
  const verdict = text.trim() ? verdictOn(text.trim(), list) : undefined;
  return (
    <div className="mt-3 grid gap-1 rounded-card bg-sunken p-3">
      <TextField
        label={i18n.t('disabled.try')}
        value={text}
        inputMode="email"
        spellCheck={false}
        autoComplete="off"
        className="max-w-96"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p role="status" dir="auto" className={`min-h-4 text-hint wrap-anywhere ${verdict?.colour ?? ''}`}>
        {verdict?.words}
      </p>
    </div>
  );
}

function verdictOn(address: string, { rules, notes }: RuleList): { words: string; colour: string } {
  const [refusal] = refusals([address], rules);
  if (!refusal) return { words: i18n.t('disabled.tryFree', { address }), colour: 'text-ok' };
  const { rule } = refusal;
  if (rule === null) return { words: i18n.t('disabled.tryUnreadable', { address }), colour: 'text-warn' };
  const note = notes[rule];
  const words = note
    ? i18n.t('disabled.tryCaughtNote', { address, rule, note })
    : i18n.t('disabled.tryCaught', { address, rule });
  return { words, colour: 'text-bad' };
}
