/** Three digits of a complete SMTP reply line (RFC 5321 4.2), else 0: a torn `25` is no answer. */
export function replyCode(line: string): number {
  return Number(/^([2-5]\d\d)(?:[ -]|$)/.exec(line)?.[1] ?? 0);
}
