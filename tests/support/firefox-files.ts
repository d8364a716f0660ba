import type { Surface } from '../../scripts/demo/firefox/surface.ts';
import { until } from '../../scripts/demo/until.ts';

/** Gives these files to the form's picker, as the file dialog does. */
export async function chooseFiles(form: Surface, files: Record<string, Buffer>): Promise<void> {
  const list = Object.entries(files).map(([name, bytes]) => ({ name, base64: bytes.toString('base64') }));
  await until(
    () => form.run(choose, list),
    () => 'a picker for files',
  );
}

type Picker = HTMLInputElement & { mozSetFileArray(files: File[]): void };

function choose(page: Document, _find: unknown, list: { name: string; base64: string }[]): boolean {
  const view = page.defaultView as (Window & typeof globalThis) | null;
  const picker = page.querySelector('input[type=file]') as Picker | null;
  if (!view || !picker) return false;
  const bytesOf = (base64: string) => Uint8Array.from(view.atob(base64), (letter) => letter.charCodeAt(0));
  const file = ({ name, base64 }: { name: string; base64: string }) =>
    new view.File([bytesOf(base64)], name, { type: 'application/pdf' });
  picker.mozSetFileArray(list.map(file));
  picker.dispatchEvent(new view.Event('change', { bubbles: true }));
  return true;
}
