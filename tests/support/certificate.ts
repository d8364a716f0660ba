import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export type Certificate = { cert: string; key: string; pin: { pem: string; sha256: string } };

/** A throw-away self-signed certificate for this computer's own addresses. */
export async function makeCertificate(days = 2): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    notAfterDate: new Date(Date.now() + days * 86_400_000),
    notBeforeDate: new Date(Date.now() - Math.abs(days) * 2 * 86_400_000),
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { cert, key, pin: { pem: cert, sha256: new X509Certificate(cert).fingerprint256 } };
}
