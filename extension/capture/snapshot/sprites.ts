import type { PrintProblem } from '../../../domain/print-problem.ts';
import type { Assets } from './assets.ts';
import { isOwn } from './assets.ts';

/** Not `display: none`: gradients of a file that is not laid out paint nothing. */
const outOfSight = 'position:absolute;top:0;left:0;width:0;height:0;overflow:hidden';

export type Sprites = {
  /** The reference inside this document that takes the place of one into another file; undefined when it cannot be had. */
  reference(address: URL): Promise<string | undefined>;
  /** The files that were referred to, as one invisible element. */
  markup(): Promise<string>;
};

/** `<use href="icons.svg#mail">`: browsers load such files only for pages of the same site, so they move into the page. */
export function openSprites(assets: Assets, problems: Set<PrintProblem>): Sprites {
  const files = new Map<string, Promise<string | undefined>>();

  const file = (url: string) => {
    const known = files.get(url) ?? load(url, `tabpost-${files.size}-`);
    files.set(url, known);
    return known;
  };

  const load = async (url: string, prefix: string): Promise<string | undefined> => {
    const asset = isOwn(url) ? await assets.load(url) : undefined;
    if (asset && 'blob' in asset) return embedded(await asset.blob.text(), prefix);
    if (asset?.missing !== 'absent') problems.add('asset');
    return undefined;
  };

  return {
    async reference(address) {
      const { href, hash } = address;
      const url = href.slice(0, href.length - hash.length);
      const loading = file(url);
      const prefix = `tabpost-${[...files.keys()].indexOf(url)}-`;
      return (await loading) === undefined ? undefined : `#${prefix}${decodeURIComponent(hash.slice(1))}`;
    },
    async markup() {
      const loaded = await Promise.all(files.values());
      const parts = loaded.filter((part) => part !== undefined);
      return parts.length === 0 ? '' : `<div style="${outOfSight}">${parts.join('')}</div>`;
    },
  };
}

/** The file's content with ids of its own, without scripts. */
function embedded(text: string, prefix: string): string | undefined {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') return undefined;
  for (const script of root.querySelectorAll('script, foreignObject')) script.remove();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const attribute of Array.from(element.attributes)) {
      if (/^on/i.test(attribute.name)) element.removeAttribute(attribute.name);
      else if (attribute.name === 'id') attribute.value = prefix + attribute.value;
      else if (attribute.localName === 'href') attribute.value = attribute.value.replace(/^#/, `#${prefix}`);
      else attribute.value = attribute.value.replace(/url\((["']?)#/g, `url($1#${prefix}`);
    }
  }
  return new XMLSerializer().serializeToString(root);
}
