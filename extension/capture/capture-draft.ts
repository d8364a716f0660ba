import type { Attached, Capture } from '../../domain/capture.ts';
import { blankDraft, type Draft, type DraftTexts, type Wanted } from '../../domain/draft.ts';
import { TabpostError, toFailure } from '../../domain/failure.ts';
import { profileOf } from '../../domain/settings.ts';
import { hasStayed } from '../../domain/shown-document.ts';
import { draftItem } from '../storage/draft.ts';
import { readDraftItems } from '../storage/outbox.ts';
import { settingsItem } from '../storage/settings.ts';
import { unsentOf } from '../storage/unsent-texts.ts';
import { joined } from './attach.ts';
import { captureWanted } from './capture-wanted.ts';
import { capturedTab } from './captured-tab.ts';
import { keepCaptured } from './keep-captured.ts';
import { keepElsewhere, lookAgain } from './look-again.ts';
import { namedByPattern } from './named-by-pattern.ts';
import { shownDocument } from './shown-document.ts';
import type { CapturedTab, Capturing, Printer } from './strategy.ts';
import { withCapture } from './with-capture.ts';

export type CaptureRequest = { tabId: number; again: boolean; wanted?: Wanted };

/**
 * Gives the tab a draft with its PDF. A draft of the same document keeps its texts, and its PDF unless `again`; a tab that went
 * elsewhere gets a new one. What goes wrong is written into the draft, where the popup shows it.
 * @throws TabpostError when fetching again failed; the draft keeps the PDF it had
 */
export async function captureDraft({ tabId, again, wanted }: CaptureRequest, printer: Printer): Promise<void> {
  const tab = await capturedTab(tabId);
  const running = underWay.get(tabId);
  if (running && running.url === tab.url && !again) {
    await running.done;
    // Whoever asked first may have seen another document: what came of it is compared with what the tab shows now.
    const draft = await draftItem(tabId).read();
    if (draft && draft.capture.state !== 'ready') return;
  }
  const done = capture({ tab, again, wanted }, printer).finally(() => {
    if (underWay.get(tabId)?.done === done) underWay.delete(tabId);
  });
  underWay.set(tabId, { url: tab.url, done });
  return done;
}

/** Captures by tab: a popup opened again meanwhile waits for the one under way, so that nothing is fetched twice. */
const underWay = new Map<number, { url: string; done: Promise<void> }>();

async function capture(opening: Opening, printer: Printer): Promise<void> {
  const { tab } = opening;
  const item = draftItem(tab.id);
  const [known, unsent] = await Promise.all([item.read(), unsentFor(tab)]);
  const standing = known && (await standingOf(known, opening));
  if (standing === 'asks') return;
  const beginning = { ...opening, done: standing === 'done' ? known?.id : undefined };
  const expected = begin(known, beginning, unsent);
  if (expected.capture.state !== 'capturing') return;
  // Asked before the PDF is taken: should the page change in between, the next look finds it changed.
  const showing = shownDocument(tab);
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
  const seen = kept === result && { document: await showing, elsewhere: false };
  await item.update((now) => {
    if (!now || !awaits(now, draft)) return now;
    const old = now.id === draft.id ? before : undefined;
    return { ...withCapture(now, kept, profileOf(settings, now.profileId), old), ...seen };
  });
  if (result.state === 'failed' && kept !== result) throw TabpostError.from(result.failure);
}

type Opening = { tab: CapturedTab; again: boolean; wanted: Wanted | undefined };
type Beginning = Opening & { /** Id of a draft nobody needs any more. */ done: string | undefined };

/**
 * How the tab's draft stands to what the tab shows now. Of another document at the same address a draft without a person's work is done
 * with, and so is one whose mail has left; else it `asks` which one is meant.
 */
async function standingOf(draft: Draft, { tab, again, wanted }: Opening): Promise<'goes on' | 'asks' | 'done'> {
  if (again || wanted || draft.url !== tab.url) return 'goes on';
  const isShown = await lookAgain(tab, draft);
  const isUntouched = !draft.edited && filesOf(draft.capture).length === 0;
  if (!isShown && (isUntouched || (await hasLeft(draft)))) return 'done';
  await keepElsewhere(draft, !isShown);
  return isShown ? 'goes on' : 'asks';
}

/** What became of its mail is told in the outbox, too; one that failed wants to be sent again. */
async function hasLeft({ id }: Draft): Promise<boolean> {
  return (await readDraftItems(id)).some(({ state }) => !['not-sent', 'rejected', 'cancelled'].includes(state));
}

/** Whoever starts over meanwhile has another draft, which waits for the same PDF. */
function awaits(now: Draft, begun: Draft): boolean {
  return now.id === begun.id || (now.url === begun.url && now.capture.state === 'capturing');
}

function begin(old: Draft | null, { tab, again, wanted, done }: Beginning, unsent: DraftTexts | undefined): Draft {
  // A link is another mail: what was typed for the last one, recipients above all, does not belong to it.
  const same = old?.url === tab.url && old.id !== done && wanted?.kind !== 'link' ? old : undefined;
  if (same?.capture.state === 'ready' && !again) return same;
  const draft = same ?? {
    ...blankDraft({ tabId: tab.id, url: tab.url }),
    ...(!wanted && unsent && { ...unsent, edited: true }),
  };
  // A link of the document before is not what the page shows by now.
  const kept = draft.elsewhere && draft.wanted?.kind === 'link' ? undefined : draft.wanted;
  return { ...draft, wanted: wanted ?? kept, capture: { state: 'capturing' } };
}

/** Texts of an earlier run of the browser, unless the page showed another document then. */
async function unsentFor(tab: CapturedTab): Promise<DraftTexts | undefined> {
  const { texts, document } = (await unsentOf(tab.url)) ?? {};
  const now = document && (await shownDocument(tab));
  return document && now && !hasStayed(document, now) ? undefined : texts;
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
