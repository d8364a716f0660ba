import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import type { Managed } from '../../../domain/managed.ts';
import { presetFor } from '../../../domain/presets.ts';
import type { ProbeFix, ProbeStep } from '../../../domain/probe.ts';
import type { AccountValues } from '../form/account-values.ts';
import { securityName } from '../security-name.ts';
import { useAccount } from '../use-account.ts';
import { useManaged } from '../use-managed.ts';

/** A button for each change that probably helps. It changes the fields only: OK still saves. */
export function ProbeFixes({ step }: { step: ProbeStep }) {
  const managed = useManaged();
  const fixes = step.fixes.filter((fix) => !isLocked(fix, managed));
  const { now, set } = useAccount();
  const canPin = fixes.some(({ kind }) => kind === 'pin');

  return (
    <>
      {canPin && <p className="text-label">{i18n.t('probe.pinText')}</p>}
      <div className="flex flex-wrap items-center gap-2">
        {fixes.map((fix) =>
          fix.kind === 'app-password' ? (
            <AppPasswordLink key={fix.kind} host={now().host} />
          ) : (
            <Button key={JSON.stringify(fix)} onClick={() => set(changeOf(fix, now()), true)}>
              {labelOf(fix)}
            </Button>
          ),
        )}
      </div>
    </>
  );
}

function AppPasswordLink({ host }: { host: string }) {
  return (
    <a href={presetFor(host)?.helpUrl} target="_blank" rel="noreferrer" className="text-accent underline">
      {i18n.t('probe.fix.appPassword')}
    </a>
  );
}

/** What the organisation set is not ours to change. */
function isLocked({ kind }: ProbeFix, { server = {}, senders }: Managed): boolean {
  const { host, port, security, pin } = server;
  switch (kind) {
    case 'way':
      return port !== undefined || security !== undefined;
    case 'host':
      return host !== undefined;
    case 'pin':
      return host !== undefined || pin !== undefined;
    case 'sender':
      return senders !== undefined;
    default:
      return false;
  }
}

function changeOf(fix: ProbeFix, { host, port }: AccountValues): Partial<AccountValues> {
  switch (fix.kind) {
    case 'way':
      return { port: String(fix.port), security: fix.security };
    case 'host':
      return { host: fix.host };
    case 'authentication':
      return { authentication: fix.on };
    case 'sender':
      return { sender: fix.address };
    case 'pin':
      return { trusted: { ...fix.pin, host: host.trim().toLowerCase(), port: port.trim() } };
    case 'app-password':
      return {};
  }
}

function labelOf(fix: Exclude<ProbeFix, { kind: 'app-password' }>): string {
  switch (fix.kind) {
    case 'way':
      return i18n.t('probe.fix.way', { port: fix.port, security: securityName(fix.security) });
    case 'host':
      return i18n.t('probe.fix.host', { host: fix.host });
    case 'authentication':
      return fix.on ? i18n.t('probe.fix.authenticationOn') : i18n.t('probe.fix.authenticationOff');
    case 'sender':
      return i18n.t('probe.fix.sender', { address: fix.address });
    case 'pin':
      return i18n.t('probe.fix.pin');
  }
}
