import { protocolRange } from '../protocol/limits.ts';

/** Highest protocol version both sides speak, else which of the two has to be updated. */
export function agreedProtocol(lowest: number, highest: number): number | 'companion-outdated' | 'extension-outdated' {
  if (lowest > protocolRange.max) return 'companion-outdated';
  if (highest < protocolRange.min || highest < lowest) return 'extension-outdated';
  return Math.min(highest, protocolRange.max);
}
