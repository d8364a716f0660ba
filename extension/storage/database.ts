import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ContactFront } from '../../domain/contact-front.ts';

export type Tables = DBSchema & {
  /** PDFs by their SHA-256. */
  pdf: {
    key: string;
    value: { bytes: Blob; storedAt: number; preview?: { pages?: number | undefined; picture?: string | undefined } };
  };
  outbox: { key: string; value: unknown; indexes: { createdAt: number; draftId: string } };
  /** The address list: packed lines as UTF-8, by the hash of the address. */
  contacts: { key: number; value: Uint8Array };
  contactFront: { key: 'front'; value: ContactFront };
};

let opened: Promise<IDBPDatabase<Tables>> | undefined;

/** The extension's IndexedDB: what is too large or too many for extension storage. Pages and background share it. */
export function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('tabpost', 3, {
    upgrade(db, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        db.createObjectStore('pdf');
        db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      }
      if (oldVersion < 2) transaction.objectStore('outbox').createIndex('draftId', 'draftId');
      if (oldVersion < 3) {
        db.createObjectStore('contacts');
        db.createObjectStore('contactFront');
      }
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined; // the next call tries again
    throw error;
  });
  return opened;
}
