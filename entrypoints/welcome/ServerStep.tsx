import { Check } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';

type Props = { version: string | undefined; host: string | undefined; onBack: () => void };

export function ServerStep({ version, host, onBack }: Props) {
  return (
    <section className="grid gap-3">
      {version && (
        <p role="status" className="flex items-center gap-2 text-ok">
          <Check size={18} strokeWidth={1.8} aria-hidden />
          {i18n.t('welcome.found', { version })}
        </p>
      )}
      <h2 className="text-blank font-semibold">{i18n.t('welcome.serverHeading')}</h2>
      <p className="text-dim">{host ? i18n.t('welcome.ready', { host }) : i18n.t('welcome.serverText')}</p>
      <div className="mt-2 flex flex-wrap justify-between gap-2">
        <Button onClick={onBack}>{i18n.t('welcome.back')}</Button>
        <a
          href="/options.html#server"
          className="inline-flex min-h-9 items-center rounded-control bg-accent px-3 text-label font-semibold text-on-accent hover:brightness-110"
        >
          {i18n.t('welcome.serverButton')}
        </a>
      </div>
    </section>
  );
}
