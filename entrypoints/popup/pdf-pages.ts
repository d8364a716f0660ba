import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Number of pages of a PDF; undefined when it can't be told because the PDF asks for a password or is damaged. */
export async function pdfPages(bytes: Blob): Promise<number | undefined> {
  const data = new Uint8Array(await bytes.arrayBuffer());
  // The pages' content security policy allows neither eval nor WebAssembly; counting needs none of them.
  const task = getDocument({ data, isEvalSupported: false, useWasm: false, disableFontFace: true });
  try {
    return (await task.promise).numPages;
  } catch (error) {
    if (isUncountable(error)) return undefined;
    throw error;
  } finally {
    await task.destroy();
  }
}

/** A readable PDF may still be broken inside: it is sent as it is, only without a number of pages. */
function isUncountable(error: unknown): boolean {
  return error instanceof Error && /^(?:Password|InvalidPDF|Format|UnknownErr|XRef)/.test(error.name);
}
