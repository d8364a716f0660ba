import { type Browser, browser } from 'wxt/browser';
import type { FailureCode } from '../../domain/failure.ts';
import { hostName } from '../../protocol/identity.ts';
import type { Transport } from '../../protocol/rpc.ts';
import { portTransport } from '../port-transport.ts';

// What browsers say when a host cannot be used (Chromium 156, Firefox 153), and what it means.
const reasons: [RegExp, FailureCode][] = [
  [/host not found|no such native application/i, 'companion-missing'],
  [/forbidden|not allowed|permission/i, 'companion-forbidden'],
  [/has exited|communicating with the native|unexpected error/i, 'companion-exited'],
];

export type CompanionPort = Transport & { close(): void };

/** Starts the companion; the browser tells only by closing the port that it could not. */
export function connectCompanion(): CompanionPort {
  const port = browser.runtime.connectNative(hostName);
  return { ...portTransport(port, () => reasonOf(port)), close: () => port.disconnect() };
}

function reasonOf(port: Browser.runtime.Port & { error?: { message: string } | null }): FailureCode {
  const message = port.error?.message ?? browser.runtime.lastError?.message ?? '';
  return reasons.find(([pattern]) => pattern.test(message))?.[1] ?? 'companion-exited';
}
