import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { CompanionCommand } from '../../../components/CompanionCommand.tsx';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { companionCommand } from '../../../components/companion-command.ts';
import { type CompanionState, useCompanionCheck } from '../../../components/use-companion-check.ts';
import type { Failure } from '../../../domain/failure.ts';
import type { Settings } from '../../../domain/settings.ts';
import { advice } from '../../../extension/advice.ts';
import { background } from '../../../extension/background-port.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { securityName } from '../security-name.ts';

export function AboutSection({ settings }: { settings: Settings }) {
  const companion = useCompanionCheck(askCompanion);
  const facts = [
    [i18n.t('about.extension'), browser.runtime.getManifest().version],
    [i18n.t('about.extensionId'), browser.runtime.id],
    [i18n.t('about.browser'), navigator.userAgent],
    [i18n.t('about.server'), serverLine(settings)],
    [i18n.t('about.companion'), companionLine(companion)],
  ] as const;
  return (
    <>
      <SectionHeading title={i18n.t('about.heading')} intro={i18n.t('about.intro')} />
      <dl className="border-b border-line">
        {facts.map(([label, value]) => (
          <div key={label} className="grid gap-1 border-t border-line py-3 sm:grid-cols-[200px_1fr] sm:gap-4">
            <dt>{label}</dt>
            <dd className="wrap-anywhere text-dim">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {companion.state === 'failed' && <Mend failure={companion.failure} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button onClick={companion.check} disabled={companion.state === 'checking'}>
          {i18n.t('about.check')}
        </Button>
        <CopyButton
          label={i18n.t('about.copy')}
          text={facts.map(([label, value]) => `${label}: ${value}`).join('\n')}
        />
      </div>
    </>
  );
}

const askCompanion = () => background.call('checkCompanion', {});

function Mend({ failure }: { failure: Failure }) {
  const { text, action } = advice(failure);
  return (
    <div role="alert" className="mt-4 grid gap-2">
      <p>{text}</p>
      {action === 'companion' && (
        <>
          <p>{i18n.t('about.mend')}</p>
          <CompanionCommand command={companionCommand(failure.code)} />
        </>
      )}
    </div>
  );
}

function companionLine(companion: CompanionState): string {
  if (companion.state === 'checking') return i18n.t('about.checking');
  if (companion.state === 'ready') return i18n.t('about.found', { version: companion.version });
  const { code, detail } = companion.failure;
  return `${advice(companion.failure).title} (${[code, detail].filter(Boolean).join(': ')})`;
}

/** Host, port and security help to find a fault; the login is nobody's business. */
function serverLine({ profiles: [profile] }: Settings): string {
  if (!profile) return i18n.t('about.noServer');
  const { host, port, security, authentication } = profile.server;
  const login = authentication === 'none' ? i18n.t('about.noLogin') : i18n.t('about.login');
  return `${host}:${port}, ${securityName(security)}, ${login}`;
}
