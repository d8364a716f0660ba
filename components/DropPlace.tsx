import { FileUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { i18n } from '#i18n';

type Props = { onFiles: (files: File[]) => void; disabled: boolean };

/** Where saved PDFs are dropped, or picked by a click or the keyboard. Never in the popup: a file dialog closes it. */
export function DropPlace({ onFiles, disabled }: Props) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    setOver(false);
    if (files && files.length > 0 && !disabled) onFiles([...files]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault(); // otherwise the browser opens the file in place of this page
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the label's input is everybody's
    <div onDragEnter={drag} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
      <label
        className={`flex min-h-14 items-center justify-center gap-2 rounded-card border border-dashed px-3 text-label has-focus-visible:outline-2 has-focus-visible:outline-accent ${over ? 'border-accent bg-accent-soft' : 'border-field'} ${disabled ? 'text-dim' : 'cursor-pointer hover:bg-accent-soft'}`}
      >
        <FileUp size={18} strokeWidth={1.8} aria-hidden className="text-accent" />
        {i18n.t('drop.text')}
        <input
          type="file"
          multiple
          accept="application/pdf,.pdf"
          className="sr-only"
          aria-label={i18n.t('drop.label')}
          disabled={disabled}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = ''; // the same file once more is a change again
          }}
        />
      </label>
    </div>
  );
}
