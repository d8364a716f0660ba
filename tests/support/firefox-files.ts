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

/** Drops a file on the form's drop place, as out of a window of files. */
export async function dropFile(form: Surface, name: string, bytes: Buffer): Promise<void> {
  await form.run(drop, { name, base64: bytes.toString('base64') });
}

/** In the page's own name: what privileged code drags, a page may not read. */
function drop(page: Document, _find: unknown, file: { name: string; base64: string }): void {
  const sandbox = Cu.Sandbox(page.defaultView, { sandboxPrototype: page.defaultView });
  Cu.evalInSandbox(
    `(({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name, { type: 'application/pdf' }));
      const place = document.querySelector('input[type=file]').closest('label');
      place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    })(${JSON.stringify(file)})`,
    sandbox,
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
