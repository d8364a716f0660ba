import { protocolRange } from '../../protocol/limits.ts';
import { version } from '../version.ts';
import { startCompanion } from './start-companion.ts';
import type { Target } from './targets.ts';

/**
 * Starts the companion as this browser would and says hello to it.
 * @throws TabpostError what the extension would see: `companion-exited`, `companion-silent`, `companion-outdated`…
 */
export async function askHello(target: Target, program: string): Promise<string> {
  const { client, stop } = startCompanion(target, program);
  try {
    return (await client.call('hello', { protocol: [protocolRange.min, protocolRange.max], version })).version;
  } finally {
    stop();
  }
}
