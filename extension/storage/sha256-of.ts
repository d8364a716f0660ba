/** Lower-case hexadecimal SHA-256: the name of a PDF in the store, and what proves it on its way. */
export async function sha256Of(bytes: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
