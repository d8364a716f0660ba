import { TabpostError } from '../../domain/failure.ts';
import type { Server } from '../../domain/profile.ts';
import { cleanText } from '../delivery/clean-text.ts';
import { codeOf } from '../delivery/failures.ts';

type ImapError = {
  code?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  responseStatus?: string;
  responseText?: string;
};

type Target = Pick<Server, 'host' | 'port' | 'pin'>;

/**
 * What a fault of imapflow means, in our words.
 * @param secrets strings no text may carry out of here
 */
export function imapError(error: unknown, server: Target, secrets: string[]): TabpostError {
  if (error instanceof TabpostError) return error;
  const { code = '', authenticationFailed, tlsFailed, responseStatus, responseText } = error as ImapError;
  const detail = cleanText(responseText ?? code, secrets);
  const say = (name: TabpostError['code']) => new TabpostError(name, { ...(detail && { detail }), cause: error });
  if (authenticationFailed) return say('login-refused');
  if (responseStatus === 'NO' || responseStatus === 'BAD') return say('copy-refused');
  const found = codeOf(evidence(code, server));
  return say(found === 'unexpected' && tlsFailed ? 'tls-unavailable' : found);
}

/** As nodemailer would put it. */
function evidence(code: string, { host, port, pin }: Target): Parameters<typeof codeOf>[0] {
  const server = { host, port, security: 'tls', authentication: 'password', login: '', ...(pin && { pin }) } as const;
  const timeout = code === 'GREETING_TIMEOUT' ? code : '';
  const kind = /^(?:ENOTFOUND|ENODATA|EAI_AGAIN)$/.test(code) ? 'EDNS' : /TIMEOUT/.test(code) ? 'ETIMEDOUT' : 'ESOCKET';
  const none = { command: '', reply: 0, text: '', brokenOff: undefined };
  return { ...none, code: kind, original: code, timeout, server };
}
