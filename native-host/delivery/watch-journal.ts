import { basename } from 'node:path';
import type { Outcome } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { journal, tellable } from './journal.ts';
import { watchFolder } from './watch-folder.ts';

/**
 * Reports every state a mail reaches from now on, whoever writes it: our courier, or one an earlier companion started.
 * Several quick changes may come as the last one only. Where nothing can be watched the extension's alarm still asks.
 */
export function watchJournal(report: (outcome: Outcome) => void): void {
  const told = new Map<string, string>();
  const changed = new Set<string>();
  const look = (id: string) => {
    const outcome = journal.read(id);
    if (!outcome) return;
    const news = JSON.stringify(tellable(outcome));
    if (told.get(id) === news) return;
    told.set(id, news);
    report(tellable(outcome));
  };
  const lookAtAll = () => {
    for (const id of changed) look(id);
    changed.clear();
  };
  watchFolder(journal.folder(), (name) => {
    const id = name?.endsWith('.json') ? basename(name, '.json') : '';
    if (!z.safeParse(z.uuid(), id).success) return;
    if (changed.size === 0) setImmediate(lookAtAll); // one record is several changes
    changed.add(id);
  });
}
