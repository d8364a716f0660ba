/** A server on this very computer: the one exception from "no password without encryption", here as in the companion. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3})$/i.test(host.trim());
}
