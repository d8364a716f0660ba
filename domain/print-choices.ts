import { z } from './schema.ts';

/** How an ordinary web page becomes a PDF, as in the browser's own print dialogue. */
export const printChoicesSchema = z.strictObject({
  /** A page that names its own size (`@page`) keeps it. */
  paper: z.enum(['a4', 'letter']),
  landscape: z.boolean(),
  /** Background colours and pictures. */
  backgrounds: z.boolean(),
  /** 1 = as large as the page is on the screen. */
  scale: z.number().check(z.gte(0.5), z.lte(2)),
});

export type PrintChoices = z.infer<typeof printChoicesSchema>;

/** Regions that write on Letter: CLDR supplemental `paperSize` "US-Letter". */
const letterRegions = ['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'];

/** What is printed when nobody chose, on the paper of this locale (BCP 47). */
export function usualPrintChoices(locale: string): PrintChoices {
  return { paper: isLetter(locale) ? 'letter' : 'a4', landscape: false, backgrounds: true, scale: 1 };
}

function isLetter(locale: string): boolean {
  try {
    return letterRegions.includes(new Intl.Locale(locale).maximize().region ?? '');
  } catch {
    return false; // no locale at all
  }
}
