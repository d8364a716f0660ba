import { Clock } from 'lucide-react';
import { useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { CompanionCommand } from '../../components/CompanionCommand.tsx';
import { companionCommand } from '../../components/companion-command.ts';
import type { CompanionState } from '../../components/use-companion-check.ts';
import type { Failure } from '../../domain/failure.ts';
import { advice } from '../../extension/advice.ts';

export function CompanionStep({ companion, onNext }: { companion: CompanionState; onNext: () => void }) {
  const failure = useLastFailure(companion);
  const isPlain = failure === undefined || failure.code === 'companion-missing';
  const { title, text } = isPlain
    ? { title: i18n.t('welcome.companionHeading'), text: i18n.t('welcome.companionText') }
    : advice(failure);
  return (
    <section className="grid gap-3">
      <h2 className="text-blank font-semibold">{title}</h2>
      <p className="text-dim">{text}</p>
      <CompanionCommand command={companionCommand(failure?.code ?? 'companion-missing')} />
      <p className="text-hint text-dim">{i18n.t('companion.where')}</p>
      <p role="status" className="flex items-center gap-2 text-dim">
        <Clock size={18} strokeWidth={1.8} aria-hidden />
        {i18n.t('welcome.looking')}
      </p>
      <div className="flex justify-end">
        <Button onClick={onNext}>{i18n.t('welcome.skip')}</Button>
      </div>
    </section>
  );
}

/** The page looks again every few seconds; its words must not flicker while it does. */
function useLastFailure(companion: CompanionState): Failure | undefined {
  const last = useRef<Failure>(undefined);
  if (companion.state === 'failed') last.current = companion.failure;
  return last.current;
}
