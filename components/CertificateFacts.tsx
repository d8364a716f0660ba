import { i18n } from '#i18n';
import type { ProbeCertificate } from '../domain/probe.ts';
import { calendarDay } from './calendar-day.ts';

/** A certificate as far as people can compare it. What it says of itself is shown as text only. */
export function CertificateFacts({ certificate }: { certificate: ProbeCertificate }) {
  const { subject, issuer, names, validFrom, validTo, sha256 } = certificate;
  const rows = [
    [i18n.t('probe.subject'), subject],
    [i18n.t('probe.names'), names.join(', ')],
    [i18n.t('probe.issuer'), issuer],
    [i18n.t('probe.from'), calendarDay(validFrom)],
    [i18n.t('probe.to'), calendarDay(validTo)],
    [i18n.t('probe.fingerprint'), sha256],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-hint">
      {rows.map(([term, text]) => (
        <div key={term} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-dim">{term}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
