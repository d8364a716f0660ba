import { watch } from 'node:fs';
import { basename } from 'node:path';
import type { Outcome } from '../../domain/outcome.ts';
import { z } from '../../domain/schema.ts';
import { log } from '../log.ts';
import { journal, tellable } from './journal.ts';

/**
 * Reports every state a mail reaches from now on, whoever writes it: our courier, or one an earlier companion started.
 * Several quick changes may come as the last one only.
 */
export function watchJournal(report: (outcome: Outcome) => void): void {
  const told = new Map<string, string>();
  const watcher = watch(journal.folder(), (_event, name) => {
    const id = name?.endsWith('.json') ? basename(name, '.json') : '';
    const outcome = z.safeParse(z.uuid(), id).success ? journal.read(id) : undefined;
    if (!outcome) return;
    const news = JSON.stringify(tellable(outcome));
    if (told.get(id) === news) return;
    told.set(id, news);
    report(tellable(outcome));
  });
  watcher.on('error', (error: NodeJS.ErrnoException) => log('watch-failed', { code: error.code })); // the extension's alarm still asks
  watcher.unref();
}
