import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useCommand } from '../../../components/use-command.ts';
import { advice } from '../../../extension/advice.ts';
import { background } from '../../../extension/background-port.ts';
import { SectionHeading } from '../SectionHeading.tsx';
import { useOutbox } from '../use-outbox.ts';
import { type Decision, OutboxRow } from './OutboxRow.tsx';

/** @param host the mail server, for the words of a failure */
export function OutboxSection({ host }: { host: string | undefined }) {
  const outbox = useOutbox();
  const { failure, run } = useCommand();
  const decide = (decision: Decision, id: string) => run(() => background.call(decision, { id }));
  const broken = failure ?? (outbox && 'failure' in outbox ? outbox.failure : undefined);
  const items = outbox && 'items' in outbox ? outbox.items : [];
  return (
    <>
      <SectionHeading title={i18n.t('outbox.heading')} intro={i18n.t('outbox.intro')} />
      {broken && <FailureNotice failure={broken} advice={advice(broken)} />}
      {outbox && !broken && items.length === 0 && <p className="text-dim">{i18n.t('outbox.empty')}</p>}
      {items.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full text-start">
            <thead>
              <tr className="text-hint text-dim">
                {columns.map((label) => (
                  <th key={label} scope="col" className="py-2 pe-3 text-start font-normal">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <OutboxRow key={item.id} item={item} host={host} onDecide={decide} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const columns = [
  i18n.t('outbox.state'),
  i18n.t('outbox.recipients'),
  i18n.t('outbox.subject'),
  i18n.t('outbox.when'),
  i18n.t('outbox.actions'),
];
