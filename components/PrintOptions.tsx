import { i18n } from '#i18n';
import type { PrintChoices } from '../domain/print-choices.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { pageLanguage } from './page-language.ts';

type Props = {
  choices: PrintChoices;
  onChange: (choices: PrintChoices) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
  disabled: boolean;
};

const scales = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2];

/** How the page is printed. Shut at first: what is usual is right for most pages. */
export function PrintOptions({ choices, onChange, open, onOpen, disabled }: Props) {
  const percent = new Intl.NumberFormat(pageLanguage(), { style: 'percent' });
  const change = (part: Partial<PrintChoices>) => onChange({ ...choices, ...part });
  return (
    <details className="text-label" open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-accent">{i18n.t('print.settings')}</summary>
      <fieldset disabled={disabled} className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2">
        <ChoiceField
          label={i18n.t('print.paper')}
          value={choices.paper}
          options={[
            ['a4', i18n.t('print.a4')],
            ['letter', i18n.t('print.letter')],
          ]}
          onChange={(paper) => change({ paper })}
        />
        <ChoiceField
          label={i18n.t('print.scale')}
          value={String(choices.scale)}
          options={scales.map((scale) => [String(scale), percent.format(scale)])}
          onChange={(scale) => change({ scale: Number(scale) })}
        />
        <Tick
          label={i18n.t('print.landscape')}
          on={choices.landscape}
          onChange={(landscape) => change({ landscape })}
        />
        <Tick
          label={i18n.t('print.backgrounds')}
          on={choices.backgrounds}
          onChange={(backgrounds) => change({ backgrounds })}
        />
      </fieldset>
    </details>
  );
}

function Tick({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
