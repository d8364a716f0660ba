import { controlLook } from './control-look.ts';

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: [Value, string][];
  onChange: (value: Value) => void;
};

/** A short list to pick from, its name beside it. */
export function ChoiceField<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <select
        className={`${controlLook} w-auto! py-1`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
