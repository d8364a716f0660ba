import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export type DemoCertificate = {
  key: string;
  cert: string;
  /** SHA-256 fingerprint as node:tls prints it. */
  sha256: string;
};

/** A certificate for localhost, made anew each time: private keys do not belong into a repository. */
export async function makeCertificate(): Promise<DemoCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key, cert, sha256: new X509Certificate(cert).fingerprint256 };
}
