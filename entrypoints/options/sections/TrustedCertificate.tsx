import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { pinOf } from '../form/trusted-certificate.ts';
import { useAccount } from '../use-account.ts';
import { useManaged } from '../use-managed.ts';

/** Says that a certificate is trusted by hand, and takes it back. */
export function TrustedCertificate() {
  const { set, values } = useAccount();
  const pin = pinOf(values);
  const { server: managed } = useManaged();
  if (!pin || managed?.host || managed?.pin) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 border-t border-line py-3 text-hint text-dim">
      {i18n.t('probe.trusted', { start: pin.sha256.slice(0, 11) })}
      <Button look="link" onClick={() => set({ trusted: null })}>
        {i18n.t('probe.untrust')}
      </Button>
    </p>
  );
}
