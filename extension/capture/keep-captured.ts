import type { Attached } from '../../domain/capture.ts';
import { sha256Of } from '../../protocol/sha256.ts';
import { storePdf } from '../storage/pdf-store.ts';
import type { Captured } from './strategy.ts';

/** Stores the bytes; what comes back stands in the draft. */
export async function keepCaptured({ bytes, fileName, source, url, problems, refetched }: Captured): Promise<Attached> {
  const sha256 = await sha256Of(bytes);
  await storePdf(sha256, new Blob([bytes], { type: 'application/pdf' }));
  const attachment = { fileName, size: bytes.length, sha256 };
  return {
    id: crypto.randomUUID(),
    attachment,
    source,
    url,
    madeAt: new Date().toISOString(),
    ...(refetched && { refetched }),
    ...(problems?.length && { problems }),
  };
}
