import { isOwn } from './assets.ts';
import type { Job } from './job.ts';

type Use = {
  base: string;
  /** Fonts and style sheets of other sites can often be read (CORS); their pictures mostly not, and asking costs time. */
  kind: 'image' | 'font' | 'unused-font';
};

const nothing = 'data:,';

/** What the printing browser is given for an address: the bytes themselves, else an address it can fetch without the session. */
export async function inlineAddress(url: string, { base, kind }: Use, job: Job): Promise<string> {
  if (url === '' || url.startsWith('#') || /^data:/i.test(url)) return url;
  const address = URL.parse(url, base);
  if (!address || !/^(?:https?|blob):$/.test(address.protocol)) return nothing;
  const { href } = address;
  if (address.hash && withoutHash(address) === document.URL.split('#')[0]) return address.hash; // a part of this page
  if (kind === 'unused-font') return href;
  if (kind === 'image' && !isOwn(href)) return foreign(href, job);
  const asset = await job.assets.load(withoutHash(address));
  if ('blob' in asset) return (await job.assets.dataUri(withoutHash(address))) + address.hash;
  if (asset.missing === 'absent') return nothing;
  if (!isOwn(href)) return foreign(href, job);
  job.problems.add('asset');
  return nothing;
}

function foreign(href: string, job: Job): string {
  job.external = true;
  return href;
}

function withoutHash({ href, hash }: URL): string {
  return hash ? href.slice(0, -hash.length) : href;
}
