const query = new URLSearchParams(location.search);

/** One page, three places: the toolbar's popup, a tab of its own, the side panel (sidebar). */
export type Place = 'popup' | 'tab' | 'panel';

const asked = query.get('place');

export const place: Place = asked === 'tab' || asked === 'panel' ? asked : 'popup';

/** The tab whose page is to be sent, where the address names it. */
export const givenTab: number | undefined = query.has('tab') ? Number(query.get('tab')) : undefined;

/** What was chosen in the popup and needs a permission first: asked for here. */
export const givenChoice: string | undefined = query.get('choice') ?? undefined;
