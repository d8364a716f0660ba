import { readableHostName } from '../domain/host-name.ts';
import { lookalike } from '../domain/lookalike.ts';

/** An address as people read it: foreign letters in the domain as such, unless they may pass for others. */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const host = address.slice(at);
  return lookalike(host) ? address : address.slice(0, at) + readableHostName(host);
}
