import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export type TestCertificate = { cert: string; key: string; pin: { pem: string; sha256: string } };

type Wish = { names?: string[]; from?: number; to?: number; ca?: { cert: string; key: string } };

const day = 86_400_000;
const attributes = (name: string) => [{ name: 'commonName', value: name }];

/** A throw-away certificate. @param wish its names, its time in days from now, and who signs it (itself when left out) */
export async function issue({ names = ['localhost'], from = -1, to = 2, ca }: Wish = {}): Promise<TestCertificate> {
  const altNames = [...names.map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: ipFor(names) }];
  const { cert, private: key } = await generate(attributes(names[0] ?? 'localhost'), {
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + to * day),
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
    ...(ca && { ca }),
  });
  return { cert, key, pin: { pem: cert, sha256: new X509Certificate(cert).fingerprint256 } };
}

/** An authority that no computer trusts. */
async function authority(): Promise<{ cert: string; key: string }> {
  const { cert, private: key } = await generate(attributes('Nobody Knows Us CA'), {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { cert, key };
}

function ipFor(names: string[]): string {
  return names.includes('localhost') ? '127.0.0.1' : '192.0.2.1';
}

const makers = {
  'self-signed': () => issue(),
  misnamed: () => issue({ names: ['mail.other.example'] }),
  expired: () => issue({ from: -9, to: -1 }),
  'not valid yet': () => issue({ from: 3, to: 9 }),
  'of an unknown authority': async () => issue({ ca: await authority() }),
  'misnamed, of an unknown authority': async () => issue({ names: ['mail.other.example'], ca: await authority() }),
};

export type CertificateKind = keyof typeof makers;

export async function makeCertificates(): Promise<Record<CertificateKind, TestCertificate>> {
  const made = Object.entries(makers).map(async ([kind, make]) => [kind, await make()] as const);
  return Object.fromEntries(await Promise.all(made)) as Record<CertificateKind, TestCertificate>;
}
