/** Where a page is, short enough for a subtitle: `acme.example / invoices / 0417`. */
export function pagePlace(url: string | undefined): string | undefined {
  if (!url || url.startsWith('data:') || !URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  const parts = [host, ...pathname.split('/').map(decode)].filter(Boolean);
  return parts.join(' / ');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % in an address is common and reads well enough as it is
  }
}
