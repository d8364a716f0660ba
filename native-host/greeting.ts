import { agreedProtocol } from './agreed-protocol.ts';
import { version } from './version.ts';

type Frame = Record<string, unknown>;

/**
 * Answers a flawless `ping` or `hello` before the contract and its schemas are loaded: the popup waits for this one.
 * It may only ever be as strict as the contract: whatever is not exactly right is left to it (undefined).
 */
export function greet(frame: unknown): { reply: Frame; hello: boolean } | undefined {
  if (!isObject(frame) || frame.v !== 1 || !isId(frame.id)) return undefined;
  const { v, id, type, body = {}, ...extra } = frame;
  if (Object.keys(extra).length > 0 || !isObject(body)) return undefined;
  const answer = type === 'ping' ? pong(body) : type === 'hello' ? welcome(body) : undefined;
  return answer && { reply: { v, id, type: 'reply', body: answer }, hello: type === 'hello' };
}

function pong(body: Frame): Frame | undefined {
  return Object.keys(body).length === 0 ? {} : undefined;
}

function welcome({ protocol, version: theirs, ...extra }: Frame): Frame | undefined {
  if (Object.keys(extra).length > 0 || typeof theirs !== 'string' || theirs.length > 32) return undefined;
  if (!Array.isArray(protocol) || protocol.length !== 2 || !protocol.every(Number.isSafeInteger)) return undefined;
  const agreed = agreedProtocol(protocol[0], protocol[1]);
  return typeof agreed === 'number' ? { protocol: agreed, version } : undefined;
}

function isObject(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id.length >= 1 && id.length <= 64;
}
