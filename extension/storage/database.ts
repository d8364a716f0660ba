import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { ContactFront } from '../../domain/contact-front.ts';
import { joinContactShards } from './join-contact-shards.ts';
import { upgradeOutbox } from './upgrade-outbox.ts';

export type Tables = DBSchema & {
  /** PDFs by their SHA-256. */
  pdf: {
    key: string;
    value: { bytes: Blob; storedAt: number; preview?: { pages?: number | undefined; picture?: string | undefined } };
  };
  /** The address list: packed lines as UTF-8, by the hash of the address. */
  contacts: { key: number; value: Uint8Array };
  contactFront: { key: 'front'; value: ContactFront };
  /** Mails by their id; the indexes are those of `recordOf`. */
  outbox: {
    key: string;
    value: unknown;
    indexes: {
      draftId: string;
      order: number;
      state: [string, number];
      page: [string, number];
      document: [string, number];
      attention: number;
      finishedAt: number;
      copy: string;
    };
  };
  /** What a mail is found by, by its id: a search reads these and not the mails. */
  outboxText: { key: string; value: string };
};

export type Upgrade = IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>;

let opened: Promise<IDBPDatabase<Tables>> | undefined;

/** The extension's IndexedDB: what is too large or too many for extension storage. Pages and background share it. */
export function database(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('tabpost', 6, {
    async upgrade(db, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        db.createObjectStore('pdf');
        db.createObjectStore('outbox', { keyPath: 'id' });
      }
      if (oldVersion < 3) {
        db.createObjectStore('contacts');
        db.createObjectStore('contactFront');
      } else if (oldVersion < 5) await joinContactShards(transaction);
      if (oldVersion < 4) await upgradeOutbox(db, transaction);
      if (oldVersion < 6) transaction.objectStore('outbox').createIndex('copy', 'outcome.copy.state');
    },
    terminated() {
      opened = undefined;
    },
    blocking(_current, _wanted, event) {
      opened = undefined; // a newer build wants to change the tables: it must not wait for this page
      (event.target as IDBDatabase).close();
    },
  }).catch((error: unknown) => {
    opened = undefined; // the next call tries again
    throw error;
  });
  return opened;
}
