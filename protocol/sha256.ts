/** Lower-case hexadecimal SHA-256: the name of a PDF in the store, and what proves bytes on their way. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer> | Blob): Promise<string> {
  const whole = bytes instanceof Blob ? await bytes.arrayBuffer() : bytes;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
