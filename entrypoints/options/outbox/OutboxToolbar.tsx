import { Download, Search } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { controlLook } from '../../../components/control-look.ts';
import { stateLabel } from '../../../components/state-label.ts';
import { type OutboxState, outboxStates } from '../../../domain/outbox.ts';
import { exportCsv } from './export-csv.ts';
import type { Choice } from './use-outbox-ids.ts';

type Props = {
  choice: Choice;
  onChoose: (choice: Choice) => void;
  /** The search field was entered. */
  onSearch: () => void;
  /** What the list shows: that is what the file holds. */
  ids: string[];
  run: (command: () => Promise<unknown>) => void;
};

export function OutboxToolbar({ choice, onChoose, onSearch, ids, run }: Props) {
  const { state, query } = choice;
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <div className="relative min-w-52 flex-1">
        <Search size={16} strokeWidth={1.8} aria-hidden className="absolute start-3 top-2.5 text-dim" />
        <input
          type="search"
          dir="auto"
          aria-label={i18n.t('outbox.search')}
          placeholder={i18n.t('outbox.searchHint')}
          className={`${controlLook} ps-9!`}
          value={query}
          onFocus={onSearch}
          onChange={(event) => onChoose({ state, query: event.currentTarget.value })}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} // there is no form here to be sent
        />
      </div>
      <select
        aria-label={i18n.t('outbox.filter')}
        className={`${controlLook} w-auto!`}
        value={state ?? ''}
        onChange={(event) =>
          onChoose({ query, state: (event.currentTarget.value || undefined) as OutboxState | undefined })
        }
      >
        <option value="">{i18n.t('outbox.allStates')}</option>
        {outboxStates.map((each) => (
          <option key={each} value={each}>
            {stateLabel(each)}
          </option>
        ))}
      </select>
      <Button disabled={ids.length === 0} onClick={() => run(() => exportCsv(ids))}>
        <Download size={16} strokeWidth={1.8} aria-hidden />
        {i18n.t('outbox.exportCsv')}
      </Button>
    </search>
  );
}
