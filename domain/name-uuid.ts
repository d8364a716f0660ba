/** The UUID that belongs to this name under this other UUID (RFC 9562 5.5, version 5): always the same, and no other name's. */
export async function nameUuid(space: string, name: string): Promise<string> {
  const spaceBytes = Uint8Array.from(space.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const hash = await crypto.subtle.digest('SHA-1', new Uint8Array([...spaceBytes, ...new TextEncoder().encode(name)]));
  const bytes = [...new Uint8Array(hash, 0, 16)];
  const versioned = bytes.map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x50 : at === 8 ? (byte & 0x3f) | 0x80 : byte));
  const hex = versioned.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
