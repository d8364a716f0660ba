import type { CompanionState } from '../../components/use-companion-check.ts';
import type { Stored } from '../../components/use-stored.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Failure } from '../../domain/failure.ts';
import type { OutboxItem } from '../../domain/outbox.ts';
import type { Profile } from '../../domain/profile.ts';
import { profileOf, type Settings } from '../../domain/settings.ts';
import type { Place } from './place.ts';
import { shownItems } from './shown-items.ts';

export type Account = { profile: Profile; settings: Settings };

export type ScreenState =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'first' | 'not-set-up' }
  | { kind: 'companion'; failure: Failure }
  | { kind: 'blocked'; failure: Failure }
  /** The side panel followed to a tab that was not opened to us. */
  | { kind: 'press' }
  | { kind: 'result'; item: OutboxItem; draft: Draft; account: Account }
  /** Every recipient got a mail of their own. */
  | { kind: 'several'; items: OutboxItem[]; account: Account }
  | { kind: 'compose'; item: OutboxItem | null; draft: Draft; account: Account };

export type Known = {
  settings: Stored<Settings>;
  companion: Pick<CompanionState, 'state'> & { failure?: Failure };
  editor: { draft: Draft | null; failure?: Failure };
  /** The draft's mails: undefined while reading, none when it was never sent, several when each recipient gets one. */
  items: OutboxItem[] | undefined;
  broken?: Failure;
  place: Place;
};

/** What the popup shows. Something already sent comes before everything that only matters for sending. */
export function screenFor({ settings, companion, editor, items, broken, place }: Known): ScreenState {
  if (settings.state === 'failed') return { kind: 'failed', failure: settings.failure };
  if (settings.state === 'reading') return { kind: 'loading' };
  const profile = profileOf(settings.value, editor.draft?.profileId);
  if (!profile) return { kind: companion.state === 'failed' ? 'first' : 'not-set-up' };
  const account = { profile, settings: settings.value };
  const { draft } = editor;
  const shown = shownItems(items, draft);
  const result = draft && resultOf(shown, draft, account);
  if (result) return result;
  const failure = broken ?? editor.failure;
  if (companion.failure) return { kind: 'companion', failure: companion.failure };
  if (failure) return { kind: 'failed', failure };
  if (!draft || isStillRead(items, draft)) return { kind: 'loading' };
  return outOfReach(draft, place) ?? { kind: 'compose', item: shown[0] ?? null, draft, account };
}

function resultOf(items: OutboxItem[], draft: Draft, account: Account): ScreenState | undefined {
  const [item, second] = items;
  if (second)
    return items.every(({ state }) => state === 'cancelled') ? undefined : { kind: 'several', items, account };
  return item && isResult(item) ? { kind: 'result', item, draft, account } : undefined;
}

/** In a tab of its own the form stands in any case: there a file can be attached. */
function outOfReach({ capture, url }: Draft, place: Place): ScreenState | undefined {
  if (capture.state !== 'failed') return undefined;
  const { failure } = capture;
  if (place === 'panel' && url === '') return { kind: 'press' };
  return place === 'popup' && failure.code === 'page-blocked' ? { kind: 'blocked', failure } : undefined;
}

/** A draft nobody wrote in was never sent: no need to wait for the outbox. */
function isStillRead(items: OutboxItem[] | undefined, draft: Draft): boolean {
  return items === undefined && draft.edited;
}

/** A mail that waits only because it is next in line is being sent, as far as people care. */
function isResult(item: OutboxItem): boolean {
  const waits = item.state === 'waiting' && item.failure !== undefined;
  return waits || ['sent', 'partly-sent', 'unknown'].includes(item.state);
}
