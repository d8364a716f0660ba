import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { Preview } from '../../components/AttachmentCard.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;

/** CSS pixels; drawn at twice that for sharp screens. */
const width = 40;

/** Pages and first page of a PDF; empty when they can't be told because the PDF asks for a password or is damaged. */
export async function pdfPreview(bytes: Blob): Promise<Preview> {
  const data = new Uint8Array(await bytes.arrayBuffer());
  // The pages' content security policy allows neither eval nor WebAssembly; this needs none of them.
  const task = getDocument({ data, isEvalSupported: false, useWasm: false, disableFontFace: true });
  try {
    const pdf = await task.promise;
    return { pages: pdf.numPages, picture: await pictureOf(pdf) };
  } catch (error) {
    if (isUnreadable(error)) return {};
    throw error;
  } finally {
    await task.destroy();
  }
}

async function pictureOf(pdf: PDFDocumentProxy): Promise<string> {
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: (2 * width) / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = Math.min(viewport.height, 4 * width);
  await page.render({ canvas, viewport }).promise;
  return canvas.toDataURL();
}

/** A readable PDF may still be broken inside: it is sent as it is, only without number of pages and picture. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && /^(?:Password|InvalidPDF|Format|UnknownErr|XRef)/.test(error.name);
}
