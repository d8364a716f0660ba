import { recipientNames } from '../../components/recipient-names.ts';
import { StateBadge } from '../../components/StateBadge.tsx';
import type { OutboxItem } from '../../domain/outbox.ts';

/** One line for each mail: who, and what became of it. */
export function ResultRows({ items }: { items: OutboxItem[] }) {
  return (
    <ul className="max-h-52 w-full overflow-y-auto text-start">
      {items.map(({ id, mail, state }) => (
        <li key={id} className="flex min-h-8 items-center gap-2 border-t border-line py-1">
          <bdi className="min-w-0 flex-1 truncate" title={mail.to[0]?.address}>
            {recipientNames({ to: mail.to, bcc: [] })}
          </bdi>
          <StateBadge state={state} />
        </li>
      ))}
    </ul>
  );
}
