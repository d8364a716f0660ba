/** What never leaves this computer cannot be overheard: `localhost` or 127.0.0.0/8 by number (RFC 1122 3.2.1.3), never a name like `127.evil.test`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
