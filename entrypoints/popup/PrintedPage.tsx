import { PrintNote } from '../../components/PrintNote.tsx';
import { PrintOptions } from '../../components/PrintOptions.tsx';
import { useStored } from '../../components/use-stored.ts';
import type { Capture } from '../../domain/capture.ts';
import type { PrintChoices } from '../../domain/print-choices.ts';
import { keepPrintChoices, printChoicesFor, printChoicesItem } from '../../extension/storage/print-choices.ts';

type Props = {
  capture: Extract<Capture, { state: 'ready' }>;
  onAgain: () => void;
  /** Kept outside: this is gone while the page is printed again. */
  options: { open: boolean; onOpen: (open: boolean) => void };
  disabled: boolean;
};

/** Under a page that was printed: what its PDF lacks, and how it is printed, which is remembered for its site. */
export function PrintedPage({ capture, onAgain, options, disabled }: Props) {
  const stored = useStored(printChoicesItem);
  const printed = capture.attachments.find(({ source }) => source === 'printed');
  if (!printed || stored.state !== 'ready') return null;
  const change = async (choices: PrintChoices) => {
    await keepPrintChoices(printed.url, choices);
    onAgain();
  };
  return (
    <>
      {printed.problems && <PrintNote problems={printed.problems} />}
      <PrintOptions
        choices={printChoicesFor(printed.url, stored.value)}
        onChange={(choices) => void change(choices)}
        {...options}
        disabled={disabled}
      />
    </>
  );
}
