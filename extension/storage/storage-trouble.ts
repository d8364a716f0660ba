import { TabpostError } from '../../domain/failure.ts';

/** The browser's word for a full disk, or for no room left for this extension, as our own failure. */
export function storageTrouble(error: unknown): unknown {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? new TabpostError('storage-full', { cause: error }) : error;
}
