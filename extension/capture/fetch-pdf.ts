import { TabpostError } from '../../domain/failure.ts';
import { maxAttachments } from '../../protocol/limits.ts';
import { checkedPdf, type PdfBytes } from './checked-pdf.ts';
import { fetchMs } from './fetch-in-tab.ts';

export type FetchedPdf = { bytes: PdfBytes; disposition: string | null };

/**
 * The extension itself asks the server: a new request, with the cookies of the site.
 * @throws TabpostError `pdf-out-of-reach`, `pdf-login-page`, `pdf-slow` and those of checkedPdf
 */
export async function fetchPdf(url: string): Promise<FetchedPdf> {
  const signal = AbortSignal.timeout(fetchMs);
  const lost = (cause: unknown) => new TabpostError(signal.aborted ? 'pdf-slow' : 'pdf-out-of-reach', { cause });
  const response = await fetch(url, { credentials: 'include', cache: 'no-store', signal }).catch((cause: unknown) => {
    throw lost(cause);
  });
  refuseStatus(response.status);
  if (Number(response.headers.get('content-length')) > maxAttachments) throw new TabpostError('pdf-too-big');
  const bytes = await bodyOf(response).catch((error: unknown) => {
    throw error instanceof TabpostError ? error : lost(error);
  });
  return { bytes: await checkedPdf(bytes), disposition: response.headers.get('content-disposition') };
}

/** @throws TabpostError for every status that is no success */
export function refuseStatus(status: number): void {
  if (status >= 200 && status < 300) return;
  const signIn = status === 401 || status === 403;
  throw new TabpostError(signIn ? 'pdf-login-page' : 'pdf-out-of-reach', { detail: String(status) });
}

async function bodyOf(response: Response): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxAttachments) throw new TabpostError('pdf-too-big');
    parts.push(part);
  }
  return new Blob(parts);
}
