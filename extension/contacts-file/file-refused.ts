import { TabpostError } from '../../domain/failure.ts';

/** Why a file is not read at all. */
export type FileFault =
  | 'empty'
  | 'too-big'
  | 'too-many'
  | 'spreadsheet'
  | 'binary'
  | 'quotes'
  | 'vcard-end'
  | 'vcard-nested'
  | 'json'
  | 'json-shape';

/** @param where the place of the fault, if it has one */
export function fileRefused(fault: FileFault, where = '', cause?: unknown): TabpostError {
  return new TabpostError('contacts-file-refused', { detail: where ? `${fault}: ${where}` : fault, cause });
}
