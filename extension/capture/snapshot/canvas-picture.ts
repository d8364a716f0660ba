import type { Job } from './job.ts';

/** Pixels of a drawing that is carried as it is; a larger one is made smaller, for encoding it could take minutes. */
const maxPixels = 4096 * 4096;

/** What is drawn on a canvas, as a picture; undefined when the page drew pictures of other sites on it. */
export function canvasPicture(canvas: HTMLCanvasElement, job: Job): string | undefined {
  if (canvas.width === 0 || canvas.height === 0) return undefined;
  try {
    const picture = fitted(canvas).toDataURL('image/png');
    if (picture.length > 'data:image/png;base64,'.length) return picture;
  } catch {
    // tainted: said below
  }
  job.problems.add('canvas');
  return undefined;
}

/** A picture the page shows but we could not fetch. */
export function imageCopy(image: HTMLImageElement | HTMLVideoElement): string | undefined {
  const [width, height] =
    'naturalWidth' in image ? [image.naturalWidth, image.naturalHeight] : [image.videoWidth, image.videoHeight];
  if (width === 0 || height === 0 || width * height > maxPixels) return undefined;
  try {
    return drawn(image, width, height).toDataURL('image/png');
  } catch {
    return undefined; // of another site
  }
}

function fitted(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const { width, height } = canvas;
  const factor = Math.sqrt(maxPixels / (width * height));
  return factor >= 1 ? canvas : drawn(canvas, Math.ceil(width * factor), Math.ceil(height * factor));
}

function drawn(source: HTMLCanvasElement | HTMLImageElement | HTMLVideoElement, width: number, height: number) {
  const copy = document.createElement('canvas');
  Object.assign(copy, { width, height });
  copy.getContext('2d')?.drawImage(source, 0, 0, width, height);
  return copy;
}
