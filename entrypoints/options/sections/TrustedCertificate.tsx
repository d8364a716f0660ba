import { useFormContext } from 'react-hook-form';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import type { FormValues } from '../form/form-values.ts';
import { pinOf } from '../form/trusted-certificate.ts';

/** Says that a certificate is trusted by hand, and takes it back. */
export function TrustedCertificate() {
  const { setValue, watch } = useFormContext<FormValues>();
  const pin = pinOf(watch());
  if (!pin) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 border-t border-line py-3 text-hint text-dim">
      {i18n.t('probe.trusted', { start: pin.sha256.slice(0, 11) })}
      <Button look="link" onClick={() => setValue('trusted', null, { shouldDirty: true })}>
        {i18n.t('probe.untrust')}
      </Button>
    </p>
  );
}
