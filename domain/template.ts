import { maxSubject } from './mail.ts';
import { toHeaderText } from './text.ts';

/** The first subject of a draft: the document's name without its ending, in one line. */
export function subjectFor(fileName: string): string {
  return toHeaderText(fileName.replace(/\.pdf$/i, '').replaceAll('_', ' '), maxSubject);
}
