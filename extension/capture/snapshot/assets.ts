import { maxSnapshot } from '../../../protocol/limits.ts';

/** ms for everything the snapshot fetches together; most of it lies in the browser's cache. */
const fetchMs = 6000;
const parallel = 12;

type Asset =
  | { blob: Blob }
  /** `absent`: the server says that there is none, so the page does without it too. */
  | { missing: 'absent' | 'out-of-reach' };

export type Assets = {
  /** Bytes behind an address, fetched once, with the session of the page. Other sites are asked without it, and only if they allow. */
  load(url: string): Promise<Asset>;
  /** The same as a data: address. */
  dataUri(url: string): Promise<string | undefined>;
};

export function openAssets(): Assets {
  const signal = AbortSignal.timeout(fetchMs);
  const asked = new Map<string, Promise<Asset>>();
  const uris = new Map<string, Promise<string | undefined>>();
  const queue: (() => void)[] = [];
  let running = 0;
  let total = 0;

  const turn = () =>
    new Promise<void>((go) => {
      if (running++ < parallel) go();
      else queue.push(go);
    });
  const done = () => {
    running--;
    queue.shift()?.();
  };

  const fetchOne = async (url: string): Promise<Asset> => {
    await turn();
    try {
      if (signal.aborted || total > maxSnapshot) return { missing: 'out-of-reach' };
      const asset = await ask(url, signal);
      if ('blob' in asset) total += asset.blob.size;
      return asset;
    } finally {
      done();
    }
  };
  const load = (url: string) => once(asked, url, () => fetchOne(url));
  return {
    load,
    dataUri: (url) =>
      once(uris, url, async () => {
        const asset = await load(url);
        return 'blob' in asset ? toDataUri(asset.blob) : undefined;
      }),
  };
}

function once<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

async function ask(url: string, signal: AbortSignal): Promise<Asset> {
  const credentials = isOwn(url) ? 'include' : 'omit';
  try {
    const response = await fetch(url, { credentials, cache: 'force-cache', signal });
    if (response.status === 404 || response.status === 410) return { missing: 'absent' };
    const blob = await response.blob();
    // A login page in the place of a picture is no picture.
    return response.ok && !/^text\/html/i.test(blob.type) ? { blob } : { missing: 'out-of-reach' };
  } catch {
    return { missing: 'out-of-reach' }; // offline, too late, or a site that lets nobody read it
  }
}

/** Whether an address belongs to the site of this page. */
export function isOwn(url: string): boolean {
  return URL.parse(url)?.origin === location.origin;
}

function toDataUri(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}
