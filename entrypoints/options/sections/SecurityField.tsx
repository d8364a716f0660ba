import { useId } from 'react';
import { i18n } from '#i18n';
import { isLoopback } from '../../../domain/loopback.ts';
import type { Security } from '../../../domain/ports.ts';
import { securityName } from '../security-name.ts';
import { useAccount } from '../use-account.ts';

const choices: { value: Security; hint: string }[] = [
  { value: 'ssl', hint: i18n.t('server.sslHint') },
  { value: 'tls', hint: i18n.t('server.tlsHint') },
  { value: 'none', hint: i18n.t('server.noneHint') },
];

export function SecurityField() {
  const id = useId();
  const { values, error: errorOf } = useAccount();
  const { security, authentication, host } = values;
  const warning = security === 'none' ? warningFor(authentication, host) : undefined;
  const error = errorOf('security');
  return (
    <div className="grid gap-1 border-t border-line py-3 sm:grid-cols-[200px_1fr] sm:gap-4">
      <span id={id}>{i18n.t('server.security')}</span>
      <div role="radiogroup" aria-labelledby={id} className="grid gap-1">
        {choices.map((choice) => (
          <Choice key={choice.value} {...choice} isWrong={error !== undefined && choice.value === security} />
        ))}
        {warning && !error && (
          <p role="status" className="text-hint text-warn">
            {warning}
          </p>
        )}
        {error && (
          <p role="alert" className="text-hint text-bad">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

function warningFor(authentication: boolean, host: string): string {
  if (!authentication) return i18n.t('server.noneWarning');
  return isLoopback(host) ? i18n.t('server.noneLoopback') : i18n.t('field.plainPassword');
}

/** The hint stands outside the label: the choice is called "SSL", not "SSL TLS from the start". */
function Choice({ value, hint, isWrong }: { value: Security; hint: string; isWrong: boolean }) {
  const id = useId();
  const { register } = useAccount();
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <input
        id={id}
        type="radio"
        value={value}
        aria-describedby={`${id}-hint`}
        aria-invalid={isWrong || undefined}
        className="size-4 translate-y-0.5 accent-accent"
        {...register('security')}
      />
      <label htmlFor={id} className="min-h-6">
        {securityName(value)}
      </label>
      <span id={`${id}-hint`} className="text-hint text-dim">
        {hint}
      </span>
    </div>
  );
}
