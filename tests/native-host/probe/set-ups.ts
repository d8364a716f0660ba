import type { FailureCode } from '../../../domain/failure.ts';
import type { ProbeStepName } from '../../../domain/probe.ts';
import type { Server } from '../../../domain/profile.ts';
import type { Script } from '../../support/scripted-smtp.ts';
import type { CertificateKind } from './certificates.ts';

export const sender = 'billing@corp.example';
export const password = 'Canary-secret-9';

/** A server, and settings for it that may be wrong. */
export type SetUp = {
  name: string;
  script?: Script;
  security?: Server['security'];
  /** What the server really speaks, where the settings are wrong about it. */
  really?: Server['security'];
  /** It speaks nothing newer than TLS 1.1. */
  oldest?: boolean;
  certificate?: CertificateKind;
  /** The certificate that is pinned; `own` is the server's. */
  pin?: 'own' | 'another';
  login?: boolean;
  password?: string;
  /** First step that fails; without it the test is green. */
  fails?: ProbeStepName;
  code?: FailureCode;
  disabled?: string[];
  size?: number;
};

const offers = (...lines: string[]) => ['250-x', ...lines.map((line) => `250-${line}`), '250 HELP'].join('\r\n');
const longPassword = 'pä#"\\ß🔑'.repeat(29).slice(0, 200);
const drop: Script['EHLO'] = ({ hangUp }) => void hangUp();

export const green: SetUp[] = [
  { name: 'plain text, no login' },
  { name: 'plain text with login on this computer', login: true },
  { name: 'TLS with login, certificate pinned', security: 'tls', pin: 'own', login: true },
  { name: 'SSL with login, certificate pinned', security: 'ssl', pin: 'own', login: true },
  { name: 'a misnamed certificate that is pinned', security: 'tls', certificate: 'misnamed', pin: 'own' },
  {
    name: 'a certificate of an unknown authority that is pinned',
    security: 'ssl',
    certificate: 'of an unknown authority',
    pin: 'own',
  },
  {
    name: 'a misnamed certificate of an unknown authority that is pinned',
    security: 'tls',
    certificate: 'misnamed, of an unknown authority',
    pin: 'own',
  },
  {
    name: 'STARTTLS not offered, but taken',
    security: 'tls',
    pin: 'own',
    script: { EHLO: offers('AUTH PLAIN', 'SIZE 60000000') },
    login: true,
  },
  { name: 'AUTH LOGIN only', login: true, script: { EHLO: offers('AUTH LOGIN'), AUTH: authLogin() } },
  { name: 'AUTH= of old servers', login: true, script: { EHLO: offers('AUTH=PLAIN') } },
  { name: 'AUTH CRAM-MD5 only', login: true, script: { EHLO: offers('AUTH CRAM-MD5'), AUTH: authCramMd5() } },
  {
    name: 'a password of 200 letters of all kinds',
    login: true,
    password: longPassword,
    script: { AUTH: expectPlain(longPassword) },
  },
  { name: 'EHLO refused, HELO taken', script: { EHLO: helo() } },
  { name: 'no SIZE, no PIPELINING', script: { EHLO: '250 x' } },
  { name: 'SIZE without a number', script: { EHLO: offers('SIZE') } },
  { name: 'a server that takes a second for everything', script: slow(1000), login: true },
  { name: 'replies of many lines in pieces', script: { EHLO: inPieces(), MAIL: '250-2.1.0 fine\r\n250 2.1.0 go on' } },
  { name: 'a server that breaks off at RSET and QUIT', script: { QUIT: drop } },
  { name: '334 before the yes', login: true, script: { AUTH: emptyChallenge() } },
];

export const red: SetUp[] = [
  { name: 'nothing listens', script: {}, fails: 'connect', code: 'connection-refused' },
  { name: 'a greeting of 554', script: { greeting: '554 no' }, fails: 'greeting', code: 'server-refused' },
  { name: 'a greeting of 421', script: { greeting: '421 busy' }, fails: 'greeting', code: 'server-later' },
  {
    name: 'a greeting that is no SMTP',
    script: { greeting: 'HTTP/1.1 400' },
    fails: 'greeting',
    code: 'server-refused',
  },
  { name: 'a drop before the greeting', script: { greeting: drop }, fails: 'greeting', code: 'connection-lost' },
  { name: 'a drop at EHLO', script: { EHLO: drop }, fails: 'greeting', code: 'connection-lost' },
  {
    name: 'a greeting name refused everywhere',
    script: { EHLO: '501 5.5.4 no' },
    security: 'tls',
    pin: 'own',
    fails: 'greeting',
    code: 'server-refused',
  },
  { name: 'a flood', script: { EHLO: '250-x\r\n'.repeat(200_000) }, fails: 'greeting', code: 'server-refused' },
  { name: 'a line without end', script: { EHLO: 'x'.repeat(1_500_000) }, fails: 'greeting', code: 'server-refused' },
  {
    name: 'STARTTLS refused with 454',
    security: 'tls',
    script: { STARTTLS: '454 not now' },
    pin: 'own',
    fails: 'encryption',
    code: 'tls-unavailable',
  },
  {
    name: 'STARTTLS refused with 502',
    security: 'tls',
    script: { STARTTLS: '502 what' },
    pin: 'own',
    fails: 'encryption',
    code: 'tls-unavailable',
  },
  {
    name: 'SSL on a port that begins in plain text',
    security: 'ssl',
    really: 'tls',
    fails: 'encryption',
    code: 'tls-wrong-port',
  },
  {
    name: 'TLS on a port that begins with SSL',
    security: 'tls',
    really: 'ssl',
    fails: 'greeting',
    code: 'greeting-timeout',
  },
  {
    name: 'a server that only knows TLS 1.1',
    security: 'tls',
    oldest: true,
    fails: 'encryption',
    code: 'tls-outdated',
  },
  { name: 'a certificate nobody vouches for', security: 'tls', fails: 'certificate', code: 'certificate-untrusted' },
  { name: 'the same with SSL', security: 'ssl', fails: 'certificate', code: 'certificate-untrusted' },
  {
    name: 'a certificate of an unknown authority',
    security: 'tls',
    certificate: 'of an unknown authority',
    fails: 'certificate',
    code: 'certificate-untrusted',
  },
  {
    name: 'another certificate than the pinned one',
    security: 'tls',
    pin: 'another',
    fails: 'certificate',
    code: 'certificate-changed',
  },
  {
    name: 'an expired certificate',
    security: 'tls',
    certificate: 'expired',
    fails: 'certificate',
    code: 'certificate-expired',
  },
  {
    name: 'an expired certificate that is pinned',
    security: 'ssl',
    certificate: 'expired',
    pin: 'own',
    fails: 'certificate',
    code: 'certificate-expired',
  },
  {
    name: 'a certificate that is not valid yet',
    security: 'tls',
    certificate: 'not valid yet',
    pin: 'own',
    fails: 'certificate',
    code: 'certificate-expired',
  },
  {
    name: 'AUTH not offered',
    login: true,
    script: { EHLO: offers('SIZE 60000000') },
    fails: 'login-offered',
    code: 'login-unsupported',
  },
  {
    name: 'AUTH not offered after STARTTLS',
    login: true,
    security: 'tls',
    pin: 'own',
    script: { EHLO: ({ count }) => (count > 0 ? offers('SIZE 1000000') : undefined) },
    fails: 'login-offered',
    code: 'login-unsupported',
  },
  { name: 'no password saved', login: true, password: '', fails: 'login', code: 'secret-missing' },
  {
    name: '535 of Google',
    login: true,
    script: { AUTH: '535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 https://support.google.com' },
    fails: 'login',
    code: 'login-refused',
  },
  {
    name: '534 of Google',
    login: true,
    script: { AUTH: '534-5.7.9 Application-specific password required.\r\n534 5.7.9 see' },
    fails: 'login',
    code: 'login-app-password',
  },
  {
    name: '535 5.7.139 of Microsoft',
    login: true,
    script: { AUTH: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.' },
    fails: 'login',
    code: 'login-oauth',
  },
  {
    name: '535 5.7.3 of Microsoft',
    login: true,
    script: { AUTH: '535 5.7.3 Authentication unsuccessful' },
    fails: 'login',
    code: 'login-refused',
  },
  {
    name: '550 5.7.30 of Microsoft',
    login: true,
    script: { AUTH: '550 5.7.30 Basic authentication is not supported for Client Submission' },
    fails: 'login',
    code: 'login-oauth',
  },
  {
    name: 'a login that is not possible now',
    login: true,
    script: { AUTH: '454 4.7.0 later' },
    fails: 'login',
    code: 'login-later',
  },
  { name: 'a password that is echoed', login: true, script: { AUTH: echo }, fails: 'login', code: 'login-refused' },
  { name: 'a drop at AUTH', login: true, script: { AUTH: drop }, fails: 'login', code: 'connection-lost' },
  {
    name: 'a mechanism nobody knows',
    login: true,
    script: { EHLO: offers('AUTH GSSAPI'), AUTH: '504 5.5.4 no' },
    fails: 'login',
    code: 'login-unsupported',
  },
  {
    name: 'a login required',
    script: { MAIL: '530 5.7.0 Authentication required' },
    fails: 'sender',
    code: 'login-required',
  },
  {
    name: 'a login required by Microsoft',
    script: { MAIL: '530 5.7.57 Client not authenticated to send mail' },
    fails: 'sender',
    code: 'login-required',
  },
  {
    name: 'STARTTLS required',
    script: { MAIL: '530 5.7.0 Must issue a STARTTLS command first' },
    fails: 'sender',
    code: 'tls-required',
  },
  {
    name: '451 5.7.3 STARTTLS is required',
    script: { MAIL: '451 5.7.3 STARTTLS is required to send mail' },
    fails: 'sender',
    code: 'tls-required',
  },
  {
    name: 'a sender refused',
    login: true,
    script: { MAIL: '550 5.7.60 not you' },
    fails: 'sender',
    code: 'sender-refused',
  },
  {
    name: 'a sender not owned',
    login: true,
    script: { MAIL: '553 5.7.1 not owned by user' },
    fails: 'sender',
    code: 'sender-refused',
  },
  {
    name: 'a daily limit of Google',
    script: { MAIL: '550 5.4.5 Daily user sending limit exceeded.' },
    fails: 'sender',
    code: 'server-later',
  },
  { name: 'a sender for later', script: { MAIL: '451 4.3.0 later' }, fails: 'sender', code: 'server-later' },
  { name: '421 at MAIL', script: { MAIL: '421 4.7.0 bye' }, fails: 'sender', code: 'server-later' },
  { name: 'a sender on the disabled list', disabled: ['*@corp.example'], fails: 'sender', code: 'address-disabled' },
  { name: '552 at MAIL', script: { MAIL: '552 5.3.4 too big' }, fails: 'sender', code: 'message-too-big' },
  {
    name: 'a recipient refused',
    script: { RCPT: '550 5.1.1 nobody', DATA: '503 no' },
    fails: 'recipient',
    code: 'recipient-refused',
  },
  {
    name: 'a recipient for later',
    script: { RCPT: '450 4.2.1 later', DATA: '503 no' },
    fails: 'recipient',
    code: 'recipient-later',
  },
  { name: 'a drop at RCPT', script: { RCPT: drop }, fails: 'recipient', code: 'connection-lost' },
  {
    name: 'a SIZE below the message',
    script: { EHLO: offers('SIZE 9000') },
    size: 20_000,
    fails: 'size',
    code: 'message-too-big',
  },
];

function echo({ line }: { line: string }): string {
  const plain = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString();
  return `535-5.7.8 ${plain.split('\0')[2]} is wrong\r\n535 5.7.8 so is ${line}`;
}

function expectPlain(secret: string): Script['AUTH'] {
  const wanted = `AUTH PLAIN ${Buffer.from(`\0${sender}\0${secret}`).toString('base64')}`;
  return ({ line }) => (line === wanted ? '235 yes' : '535 no');
}

function helo(): Script['EHLO'] {
  return ({ answerNext }) => {
    answerNext('250 x');
    return '502 what';
  };
}

function authLogin(): Script['AUTH'] {
  return ({ answerNext }) => {
    answerNext('334 UGFzc3dvcmQ6', '235 welcome');
    return '334 VXNlcm5hbWU6';
  };
}

function authCramMd5(): Script['AUTH'] {
  return ({ answerNext }) => {
    answerNext('235 welcome');
    return `334 ${Buffer.from('<17.42@scripted>').toString('base64')}`;
  };
}

function emptyChallenge(): Script['AUTH'] {
  return ({ answerNext }) => {
    answerNext('235 welcome');
    return '334 ';
  };
}

function slow(ms: number): Script {
  const wait = (answer: string) => async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return answer;
  };
  return {
    greeting: wait('220 slow'),
    EHLO: wait(offers('AUTH PLAIN')),
    AUTH: wait('235 ok'),
    MAIL: wait('250 ok'),
    RCPT: wait('250 ok'),
  };
}

function inPieces(): Script['EHLO'] {
  return async ({ say }) => {
    for (const piece of ['250-', 'x\r', '\n250-SIZE 1000', '0000\r\n25', '0 HELP\r\n']) {
      say(piece);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return undefined;
  };
}
