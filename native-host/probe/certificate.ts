import type { X509Certificate } from 'node:crypto';
import { type Failure, toFailure } from '../../domain/failure.ts';
import type { ProbeCertificate, ProbeFix } from '../../domain/probe.ts';
import { cleanText } from '../delivery/clean-text.ts';
import { withSystemAuthorities } from '../delivery/server-options.ts';
import { connect } from './connect.ts';
import { encryption } from './encryption.ts';
import { fault } from './fault.ts';
import { greeting } from './greeting.ts';
import type { Step, Trial } from './trial.ts';

/** Judged by Node as in a send: first by its own authorities, then with those of this computer, unless one is pinned. */
export const certificate: Step = async (trial) => {
  let failure = judge(trial);
  if (failure?.code === 'certificate-untrusted' && !trial.server.pin) {
    await beginAgain(trial);
    failure = judge(trial);
  }
  const shown = trial.tls?.getPeerX509Certificate();
  if (!shown) return failure ? { failure } : {};
  const facts = { certificate: describe(shown) };
  if (!failure) return { facts };
  if (!isInTime(shown)) return { facts, failure: { ...failure, code: 'certificate-expired' } };
  return { facts, failure, fixes: pinFor(shown, failure) };
};

function judge(trial: Trial): Failure | undefined {
  if (trial.tls?.authorized) return undefined;
  const original = String(trial.tls?.authorizationError ?? 'CERT_UNTRUSTED');
  return toFailure(fault(trial, { code: 'ESOCKET', original }));
}

/** A second connection: what an authority vouches for is decided while the encryption is set up. */
async function beginAgain(trial: Trial): Promise<void> {
  trial.line?.socket.destroy();
  trial.trust = withSystemAuthorities({ tls: trial.trust }).tls ?? trial.trust;
  await connect(trial);
  if (trial.server.security === 'tls') await greeting(trial);
  await encryption(trial);
}

function describe(shown: X509Certificate): ProbeCertificate {
  const names = shown.subjectAltName?.split(', ').map((name) => name.replace(/^(?:DNS|IP Address):/, '')) ?? [];
  return {
    subject: nameIn(shown.subject),
    issuer: nameIn(shown.issuer),
    names: names.slice(0, 20).map((name) => cleanText(name, [])),
    validFrom: shown.validFromDate.toISOString(),
    validTo: shown.validToDate.toISOString(),
    sha256: shown.fingerprint256,
  };
}

/** `CN=mail.corp.example`, else the organisation, else all of it. */
function nameIn(distinguished: string): string {
  const part = /^(?:CN|O)=(.*)$/m;
  return cleanText(/^CN=(.*)$/m.exec(distinguished)?.[1] ?? part.exec(distinguished)?.[1] ?? distinguished, []);
}

function isInTime({ validFromDate, validToDate }: X509Certificate): boolean {
  const now = Date.now();
  return validFromDate.getTime() <= now && now <= validToDate.getTime();
}

/** Only where nobody else vouches for the server; a pinned certificate that changed is for a person to look into. */
function pinFor(shown: X509Certificate, { code }: Failure): ProbeFix[] {
  if (code !== 'certificate-untrusted' && code !== 'certificate-name') return [];
  return [{ kind: 'pin', pin: { sha256: shown.fingerprint256, pem: shown.toString() } }];
}
