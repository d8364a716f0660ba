import { maxSubject } from './mail.ts';
import { toHeaderText } from './text.ts';

/** What a template may name, as `{file}` or `{sender}`. */
export type TemplateValues = { file: string; sender: string };

/** Fills `{name}` places; an unknown place stays as it is, so that a typing mistake is seen. */
export function fill(template: string, values: TemplateValues): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof TemplateValues] : place,
  );
}

/** The first subject of a draft: the document's name without its ending, in one line. */
export function subjectFor(fileName: string): string {
  return toHeaderText(fileName.replace(/\.pdf$/i, '').replaceAll('_', ' '), maxSubject);
}
