/** What a server said to EHLO, read as nodemailer reads it. */
export type Offers = {
  startTls: boolean;
  /** It names AUTH at all. */
  auth: boolean;
  mechanisms: string[];
  /** It knows SIZE; `maxSize` is 0 when it names no limit. */
  size: boolean;
  maxSize: number;
};

export const noOffers: Offers = { startTls: false, auth: false, mechanisms: [], size: false, maxSize: 0 };

export function readOffers(reply: string): Offers {
  const lines = reply.split('\n').map((line) => line.replace(/^\d+[ -]/, '').trim());
  const auth = lines.flatMap((line) => /^AUTH[\s=](.*)/i.exec(line)?.[1]?.split(/[\s=]+/) ?? []);
  const size = /[ -]SIZE(?:[ \t]+(\d+))?/im.exec(reply);
  return {
    startTls: lines.some((line) => /^STARTTLS\b/i.test(line)),
    auth: /^250[ -]AUTH[ =]/im.test(reply),
    mechanisms: [...new Set(auth.map((name) => name.toUpperCase()).filter(Boolean))],
    size: size !== null,
    maxSize: Number(size?.[1] ?? 0),
  };
}
