/** Bytes of one reply; nodemailer gives up at the same size. */
const maxReply = 1 << 20;

/**
 * Cuts what a server sends into whole replies (RFC 5321 4.2.1: every line but the last has a dash behind the number).
 * @param onFlood called instead of keeping more than 1 MB of a reply that does not end
 */
export function createReplyReader(onReply: (text: string) => void, onFlood: () => void): (chunk: Buffer) => void {
  let lines: string[] = [];
  let rest = '';
  let size = 0;
  return (chunk) => {
    size += chunk.length;
    if (size > maxReply) return onFlood();
    const data = chunk.toString('latin1');
    if (!data.includes('\n')) {
      rest += data; // a line without end is joined once, not searched again with every chunk
      return;
    }
    const parts = (rest + data).split(/\r?\n/);
    rest = parts.pop() ?? '';
    for (const line of parts) {
      if (lines.length === 0 && line.trim() === '') continue;
      lines.push(line);
      if (/^\d+-/.test(line)) continue;
      onReply(Buffer.from(lines.join('\n'), 'latin1').toString('utf8'));
      lines = [];
      size = rest.length;
    }
  };
}
