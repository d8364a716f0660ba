import type { Attachment } from '../../domain/attachment.ts';
import { TabpostError } from '../../domain/failure.ts';
import { readPdf } from '../../extension/storage/pdf-store.ts';

/** Shows the very bytes that will be sent, in the browser's own viewer. @throws TabpostError `draft-missing` */
export async function openPdf({ fileName, sha256 }: Attachment): Promise<void> {
  const bytes = await readPdf(sha256);
  if (!bytes) throw new TabpostError('draft-missing');
  const file = new File([bytes], fileName, { type: 'application/pdf' });
  window.open(URL.createObjectURL(file));
}
