import type { Attached, Capture } from '../../domain/capture.ts';
import { blankDraft, type Draft, type DraftTexts, type Wanted } from '../../domain/draft.ts';
import { TabpostError, toFailure } from '../../domain/failure.ts';
import { profileOf } from '../../domain/settings.ts';
import { draftItem } from '../storage/draft.ts';
import { settingsItem } from '../storage/settings.ts';
import { unsentTexts } from '../storage/unsent-texts.ts';
import { joined } from './attach.ts';
import { captureWanted } from './capture-wanted.ts';
import { capturedTab } from './captured-tab.ts';
import { keepCaptured } from './keep-captured.ts';
import { namedByPattern } from './named-by-pattern.ts';
import type { CapturedTab, Capturing, Printer } from './strategy.ts';
import { withCapture } from './with-capture.ts';

export type CaptureRequest = { tabId: number; again: boolean; wanted?: Wanted };

/**
 * Gives the tab a draft with its PDF. A draft of the same address keeps its texts, and its PDF unless `again`;
 * a tab that went elsewhere gets a new one. What goes wrong is written into the draft, where the popup shows it.
 * @throws TabpostError when fetching again failed; the draft keeps the PDF it had
 */
export async function captureDraft({ tabId, again, wanted }: CaptureRequest, printer: Printer): Promise<void> {
  const tab = await capturedTab(tabId);
  const running = underWay.get(tabId);
  if (running && running.url === tab.url && !again) return running.done;
  const done = capture({ tab, again, wanted }, printer).finally(() => {
    if (underWay.get(tabId)?.done === done) underWay.delete(tabId);
  });
  underWay.set(tabId, { url: tab.url, done });
  return done;
}

/** Captures by tab: a popup opened again meanwhile waits for the one under way, so that nothing is fetched twice. */
const underWay = new Map<number, { url: string; done: Promise<void> }>();

async function capture(beginning: Beginning, printer: Printer): Promise<void> {
  const { tab } = beginning;
  const item = draftItem(tab.id);
  const [known, unsent] = await Promise.all([item.read(), unsentTexts(tab.url)]);
  const expected = begin(known, beginning, unsent);
  if (expected.capture.state !== 'capturing') return;
  // The page is on its way while the draft is written: together they cost one way, not two.
  const taking = captureWanted(tab, expected.wanted, printer);
  taking.catch(() => undefined); // who needs it awaits it
  const reading = settingsItem.read();
  let before: Capture | undefined;
  const draft = await item.update((old) => {
    const begun = begin(old, beginning, unsent);
    before = old?.id === begun.id ? old.capture : undefined;
    return begun;
  });
  if (draft?.capture.state !== 'capturing') return;
  const result = await attempt(filesOf(before), async () => {
    const [{ captured, choices }, now] = await Promise.all([taking, reading]);
    const pattern = profileOf(now, draft.profileId)?.fileNamePattern ?? '';
    return { captured: captured.map((each) => namedByPattern(each, pattern, tab.title)), choices };
  });
  // Some PDFs can be fetched only once: a second try that fails does not cost the first one's.
  const kept = result.state === 'failed' && before?.state === 'ready' ? before : result;
  const settings = await reading;
  await item.update((now) => {
    if (!now || !awaits(now, draft)) return now;
    return withCapture(now, kept, profileOf(settings, now.profileId), now.id === draft.id ? before : undefined);
  });
  if (result.state === 'failed' && kept !== result) throw TabpostError.from(result.failure);
}

type Beginning = { tab: CapturedTab; again: boolean; wanted: Wanted | undefined };

/** Whoever starts over meanwhile has another draft, which waits for the same PDF. */
function awaits(now: Draft, begun: Draft): boolean {
  return now.id === begun.id || (now.url === begun.url && now.capture.state === 'capturing');
}

function begin(old: Draft | null, { tab, again, wanted }: Beginning, unsent: DraftTexts | undefined): Draft {
  // A link is another mail: what was typed for the last one, recipients above all, does not belong to it.
  const same = old?.url === tab.url && wanted?.kind !== 'link' ? old : undefined;
  if (same?.capture.state === 'ready' && !again) return same;
  const draft = same ?? {
    ...blankDraft({ tabId: tab.id, url: tab.url }),
    ...(!wanted && unsent && { ...unsent, edited: true }),
  };
  return { ...draft, ...(wanted && { wanted }), capture: { state: 'capturing' } };
}

/** A person attached these: fetching the page again must not lose them. */
function filesOf(before: Capture | undefined): Attached[] {
  return before?.state === 'ready' ? before.attachments.filter(({ source }) => source === 'file') : [];
}

async function attempt(files: Attached[], take: () => Promise<Capturing>): Promise<Capture> {
  try {
    const { captured, choices } = await take();
    if (captured.length === 0 && files.length === 0) return { state: 'choosing', choices };
    const fresh = await Promise.all(captured.map(keepCaptured));
    return { state: 'ready', attachments: joined(fresh, files), choices };
  } catch (error) {
    return { state: 'failed', failure: toFailure(error) };
  }
}
