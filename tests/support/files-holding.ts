import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files anywhere below a folder that hold a text, in UTF-8, UTF-16 or base64. What vanishes while reading holds nothing. */
export function filesHolding(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64'))];
  return filesBelow(folder).filter((path) => {
    const bytes = ifThere(() => readFileSync(path), Buffer.alloc(0));
    return forms.some((form) => bytes.includes(form));
  });
}

/** Folder by folder: reading a tree in one call fails as a whole when a mail's folder goes meanwhile. */
function filesBelow(folder: string): string[] {
  const entries = ifThere(() => readdirSync(folder, { withFileTypes: true }), []);
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function ifThere<Found>(read: () => Found, none: Found): Found {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return none;
    throw error;
  }
}
