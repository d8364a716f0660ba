import { type Failure, failureSchema } from '../../domain/failure.ts';
import { z } from '../../domain/schema.ts';

const query = new URLSearchParams(location.search);

/** One page, three places: the toolbar's popup, a tab of its own, the side panel (sidebar). */
export type Place = 'popup' | 'tab' | 'panel';

const asked = query.get('place');

export const place: Place = asked === 'tab' || asked === 'panel' ? asked : 'popup';

/** The tab whose page is to be sent, where the address names it. */
export const givenTab: number | undefined = query.has('tab') ? Number(query.get('tab')) : undefined;

/** Why the popup sent us here: a permission is to be asked for, which it could not do itself. */
export const givenFailure: Failure | undefined = z.safeParse(failureSchema, readJson(query.get('failure'))).data;

function readJson(text: string | null): unknown {
  return text === null ? undefined : JSON.parse(text);
}

/** What was chosen in the popup and needs a permission first: asked for here. */
export const givenChoice: string | undefined = query.get('choice') ?? undefined;
