/** Protocol versions this build speaks, lowest and highest. */
export const protocolRange = { min: 1, max: 1 } as const;

/** Bytes of one frame's JSON from the companion: browsers cut the port above 1 MiB. */
export const maxFrame = 1 << 20;

/** Bytes of one frame's JSON to the companion, Chromium's own limit: a full list of 100,000 rules, which goes with each mail, takes 33 MB. */
export const maxRequestFrame = 64 << 20;

/** Bytes of attachment in one frame: 256 Ki characters as base64, the size that suits both browsers best. */
export const chunkSize = 192 * 1024;

/** Nesting of a frame's JSON; deeper is refused before a schema sees it. */
export const maxDepth = 16;

/** Bytes of all attachments of one mail. Most servers stop at 25 to 50 MB of message, base64 adds 37 %. */
export const maxAttachments = 50 * 1024 * 1024;

/** Bytes of a page's snapshot with all its pictures and fonts. */
export const maxSnapshot = 30 * 1024 * 1024;

/** ms from the press until a page is a PDF or the reason why not is said. */
export const maxPrintMs = 20_000;
