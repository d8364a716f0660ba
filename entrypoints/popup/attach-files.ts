import { background } from '../../extension/background-port.ts';
import { storePdf } from '../../extension/storage/pdf-store.ts';
import { sha256Of } from '../../protocol/sha256.ts';

/** Puts files into the store and attaches them, in the order they were given. @throws TabpostError */
export async function attachFiles(tabId: number, files: File[]): Promise<void> {
  for (const file of files) {
    const sha256 = await sha256Of(file);
    await storePdf(sha256, file);
    await background.call('attachFile', { tabId, sha256, fileName: file.name });
  }
}
