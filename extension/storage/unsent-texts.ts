import { browser } from 'wxt/browser';
import { type DraftTexts, draftTextsSchema } from '../../domain/draft.ts';
import { z } from '../../domain/schema.ts';
import { type ShownDocument, shownDocumentSchema } from '../../domain/shown-document.ts';

const prefix = 'unsent:';
const sessionKey = 'session';
const keptFor = 30 * 24 * 3_600_000;

const unsentSchema = z.object({
  texts: draftTextsSchema,
  document: z.optional(shownDocumentSchema),
  session: z.string(),
  at: z.number(),
});

/** What was typed, and what the page showed then. */
export type Unsent = { texts: DraftTexts; document?: ShownDocument | undefined };

/**
 * What was typed for a page and not sent, beyond the end of the browser: drafts themselves live as long as it runs. The PDF is fetched
 * again; what people wrote cannot be.
 */
export async function keepUnsent(url: string, unsent: Unsent): Promise<void> {
  const kept = { ...unsent, session: await session(), at: Date.now() };
  await browser.storage.local.set({ [prefix + url]: kept });
}

/** What an earlier run of the browser kept for this page; another tab of this run has its own. */
export async function unsentOf(url: string): Promise<Unsent | undefined> {
  const unsent = z.safeParse(unsentSchema, (await browser.storage.local.get(prefix + url))[prefix + url]);
  return unsent.success && unsent.data.session !== (await session()) ? unsent.data : undefined;
}

export async function forgetUnsent(url: string): Promise<void> {
  await browser.storage.local.remove(prefix + url);
}

/** Drops what nobody came back for, and what can no longer be read. */
export async function forgetOldUnsent(now: number): Promise<void> {
  const stored = Object.entries(await browser.storage.local.get(null)).filter(([key]) => key.startsWith(prefix));
  const old = stored.filter(([, value]) => {
    const unsent = z.safeParse(unsentSchema, value);
    return !unsent.success || now - unsent.data.at > keptFor;
  });
  await browser.storage.local.remove(old.map(([key]) => key));
}

/** Name of this run of the browser. */
async function session(): Promise<string> {
  const known = (await browser.storage.session.get(sessionKey))[sessionKey];
  if (typeof known === 'string') return known;
  const fresh = crypto.randomUUID();
  await browser.storage.session.set({ [sessionKey]: fresh });
  return fresh;
}
