import type { NodemailerError } from 'nodemailer';
import type { FailureCode } from '../../domain/failure.ts';
import type { Server } from '../../domain/profile.ts';
import type { BrokenOff } from './connection.ts';
import { pinMismatch } from './server-options.ts';
import { patience } from './watchdog.ts';

/** What is known about a send that failed. */
export type Evidence = {
  /** nodemailer's code, and the one of Node or OpenSSL below it. */
  code: string;
  original: string;
  command: string;
  timeout: string;
  /** The server's reply and its number, 0 without one. */
  reply: number;
  text: string;
  server: Server;
  brokenOff: BrokenOff | undefined;
};

export function evidenceOf(error: NodemailerError, server: Server, brokenOff: BrokenOff | undefined): Evidence {
  const { code = '', originalCode = '', command = '', response = '', responseCode = 0 } = error as LooseError;
  const timeout = (error as LooseError).timeoutType ?? '';
  return { code, original: originalCode, command, timeout, reply: responseCode, text: response, server, brokenOff };
}

type LooseError = NodemailerError & { originalCode?: string; timeoutType?: string };
type Row = [FailureCode, (found: Evidence) => boolean];

const untrusted = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE)/;
const oldTls =
  /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|VERSION_TOO_LOW|NO_PROTOCOLS|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY/;
const noTlsThere = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER|UNEXPECTED_MESSAGE/;
const outOfReach = /^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|ETIMEDOUT)$/;
const oauthOnly = /5\.7\.139|5\.7\.30\b|basic authentication is (?:disabled|not supported)|SmtpClientAuthentication/i;
/** A limit of mails a day is told with a 550, but it is over tomorrow: https://support.google.com/a/answer/3726730 */
const sendingLimit = /\b5\.4\.5\b|sending (?:limit|quota)|SubmissionQuotaExceeded/i;
const appPassword = /app(?:lication)?[- ]?(?:specific )?password/i;

/** First row that fits. The order matters: what broke first stands first. */
const rows: Row[] = [
  ['login-unsupported', ({ brokenOff }) => brokenOff === 'no-login'],
  ['cancelled', ({ brokenOff }) => brokenOff === 'cancelled'],
  ['greeting-timeout', ({ brokenOff }) => brokenOff === 'greeting'],
  ['connection-timeout', ({ brokenOff }) => brokenOff !== undefined && brokenOff in patience],
  ['host-unknown', ({ code, original }) => code === 'EDNS' && /^(?:ENOTFOUND|ENODATA)$/.test(original)],
  ['connection-timeout', ({ code }) => code === 'EDNS'], // nobody to ask: the computer is offline

  [
    'certificate-changed',
    ({ original, server }) => original === pinMismatch || (!!server.pin && untrusted.test(original)),
  ],
  ['certificate-expired', ({ original }) => /^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/.test(original)],
  ['certificate-name', ({ original }) => original === 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['certificate-untrusted', ({ original }) => untrusted.test(original)],
  ['tls-outdated', ({ original }) => oldTls.test(original)],
  ['tls-wrong-port', ({ original }) => noTlsThere.test(original)],
  ['connection-refused', ({ original }) => original === 'ECONNREFUSED'],
  ['connection-timeout', ({ original }) => outOfReach.test(original)],
  ['greeting-timeout', ({ timeout }) => timeout === 'GREETING_TIMEOUT'],
  ['connection-timeout', ({ code }) => code === 'ETIMEDOUT'],
  ['tls-unavailable', ({ code, command }) => code === 'ETLS' || command === 'STARTTLS'],

  ['tls-required', ({ reply, text, server }) => server.security === 'none' && reply >= 400 && /STARTTLS/i.test(text)],

  ['login-later', ({ code, reply }) => code === 'EAUTH' && reply >= 400 && reply < 500],
  ['login-oauth', ({ reply, text }) => reply >= 500 && oauthOnly.test(text)],
  ['login-app-password', ({ code, reply, text }) => code === 'EAUTH' && (reply === 534 || appPassword.test(text))],
  ['login-unsupported', ({ code, reply }) => code === 'EAUTH' && reply >= 500 && reply <= 504],
  ['login-refused', ({ code }) => code === 'EAUTH'],
  ['login-required', ({ reply, text }) => reply === 530 || /5\.7\.57/.test(text)],

  ['message-too-big', ({ code, reply, command }) => code === 'EMESSAGE' && !reply && command === 'MAIL FROM'],
  ['message-too-big', ({ reply, command }) => reply === 552 && command !== 'RCPT TO'],
  ['server-later', ({ reply, text }) => reply >= 500 && sendingLimit.test(text)],
  ['recipient-later', ({ command, reply }) => command === 'RCPT TO' && isLater(reply) && reply !== 421],
  ['recipient-refused', ({ command, reply }) => command === 'RCPT TO' && reply >= 500],
  ['server-later', ({ reply }) => isLater(reply)],
  ['sender-refused', ({ command, reply }) => command === 'MAIL FROM' && reply >= 500],
  ['sender-refused', ({ reply, text }) => reply >= 500 && /5\.7\.60|SendAs|not owned by/i.test(text)],
  ['message-refused', ({ command, reply }) => command === 'DATA' && reply >= 500],
  ['server-refused', ({ code, reply }) => code === 'EPROTOCOL' || reply >= 500],
  ['connection-lost', ({ code }) => /^E(?:CONNECTION|SOCKET|ABORT)$/.test(code)],
];

export function codeOf(found: Evidence): FailureCode {
  return rows.find(([, fits]) => fits(found))?.[0] ?? 'unexpected';
}

function isLater(reply: number): boolean {
  return reply >= 400 && reply < 500;
}
