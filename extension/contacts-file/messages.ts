import type { Contact } from '../../domain/contact.ts';
import type { Failure } from '../../domain/failure.ts';
import type { RefusedRow } from '../../domain/incoming-contact.ts';
import type { Some } from '../../domain/some.ts';
import type { Encoding, OldEncoding } from './decode-text.ts';
import type { FileFormat } from './write-contacts-file.ts';

/** What taking over a file would do, with the first of each kind. */
export type ImportPreview = {
  encoding: Encoding;
  added: Some<Contact>;
  merged: Some<Contact>;
  refused: Some<RefusedRow>;
  unchanged: number;
  repeated: number;
  tooMany: number;
};

export type ReadRequest = { type: 'read'; file: Blob; old: OldEncoding; rules: string[] };

/** What a page asks of the worker that reads and writes files, one thing after the other. */
export type FileRequest =
  | ReadRequest
  | { type: 'store' }
  | { type: 'undo' }
  /** @param addresses only these entries; all without */
  | { type: 'write'; format: FileFormat; addresses?: string[] };

export type FileReply =
  /** @param share of the file, from 0 to 1 */
  | { type: 'progress'; share: number }
  | { type: 'preview'; preview: ImportPreview }
  | { type: 'stored' }
  | { type: 'file'; blob: Blob }
  | { type: 'failed'; failure: Failure };
