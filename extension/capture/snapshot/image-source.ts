import { isOwn } from './assets.ts';
import { imageCopy } from './canvas-picture.ts';
import { escapeAttribute } from './escape.ts';
import { inlineAddress } from './inline-address.ts';
import type { Job } from './job.ts';

/** The attributes that show a picture as it stands in the page: one source, in the density the page chose. */
export async function imageSource(image: HTMLImageElement, job: Job): Promise<string> {
  const url = image.currentSrc || (image.getAttribute('src') ? image.src : '');
  if (!url) return '';
  const base = image.baseURI;
  const address = await inlineAddress(url, { base, kind: 'image' }, job);
  const source = address === 'data:,' && image.naturalWidth > 0 ? (copyOf(image, job) ?? address) : address;
  const density = image.srcset || image.parentElement?.localName === 'picture' ? await densityOf(image, job) : 1;
  const escaped = escapeAttribute(source);
  return density === 1 ? ` src="${escaped}"` : ` srcset="${escaped} ${density}x"`;
}

function copyOf(image: HTMLImageElement, job: Job): string | undefined {
  const copy = imageCopy(image);
  if (copy === undefined) job.problems.add('asset');
  return copy;
}

/** `srcset` may show a picture of 800 pixels as one of 400: its own size says how far. */
async function densityOf(image: HTMLImageElement, job: Job): Promise<number> {
  const url = image.currentSrc;
  const asset = isOwn(url) ? await job.assets.load(url) : undefined;
  if (!asset || !('blob' in asset) || image.naturalWidth === 0 || /svg/.test(asset.blob.type)) return 1;
  const bitmap = await createImageBitmap(asset.blob).catch(() => undefined); // no picture: shown as broken
  const density = (bitmap?.width ?? image.naturalWidth) / image.naturalWidth;
  bitmap?.close();
  return Math.abs(density - 1) < 0.02 ? 1 : Math.round(density * 10_000) / 10_000;
}
