import type { Page } from 'playwright/test';

/** The bytes the extension stored last, as they will be sent. @param popup any page of the extension */
export async function storedPdf(popup: Page): Promise<Buffer> {
  const base64 = await popup.evaluate(async () => {
    const open = indexedDB.open('tabpost');
    await new Promise((done) => open.addEventListener('success', done));
    const all = open.result.transaction('pdf').objectStore('pdf').getAll();
    await new Promise((done) => all.addEventListener('success', done));
    open.result.close();
    const stored = all.result as { bytes: Blob; storedAt: number }[];
    const last = stored.sort((a, b) => b.storedAt - a.storedAt)[0];
    if (!last) return '';
    const bytes = new Uint8Array(await last.bytes.arrayBuffer());
    return (bytes as Uint8Array & { toBase64(): string }).toBase64();
  });
  return Buffer.from(base64, 'base64');
}
