import { i18n } from '#i18n';

type Props = {
  fileName: string;
  /** The name typed, or undefined when it is to stay. */
  onDone: (name: string | undefined) => void;
};

/** The name of a PDF while it is changed; its ending is added by itself. */
export function FileNameField({ fileName, onDone }: Props) {
  return (
    <input
      dir="auto"
      aria-label={i18n.t('card.name')}
      className="w-full rounded-tag border border-field bg-bg px-1 font-semibold"
      defaultValue={fileName.replace(/\.pdf$/i, '')}
      maxLength={120}
      ref={focusAll}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault(); // Escape would close the popup
        event.stopPropagation();
        onDone(event.key === 'Enter' ? event.currentTarget.value.trim() : undefined);
      }}
    />
  );
}

function focusAll(input: HTMLInputElement | null): void {
  input?.select();
}
