import { TabpostError } from '../../domain/failure.ts';
import { safeFileName } from '../../domain/mail.ts';
import { readPdf } from '../storage/pdf-store.ts';
import { attach } from './attach.ts';
import { checkedPdf } from './checked-pdf.ts';
import { keepCaptured } from './keep-captured.ts';

/**
 * Attaches a file that a page has put into the store already: bytes never travel in messages.
 * @throws TabpostError `file-not-pdf` and those of attach
 */
export async function attachFile(tabId: number, { sha256, fileName }: { sha256: string; fileName: string }) {
  const stored = await readPdf(sha256);
  if (!stored) throw new TabpostError('draft-missing');
  const bytes = await checkedPdf(stored).catch((cause: unknown) => {
    const tooBig = cause instanceof TabpostError && cause.code === 'pdf-too-big';
    throw tooBig ? cause : new TabpostError('file-not-pdf', { detail: fileName, cause });
  });
  await attach(tabId, await keepCaptured({ bytes, fileName: safeFileName(fileName), source: 'file', url: '' }));
}
