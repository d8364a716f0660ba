import { useEffect, useState } from 'react';
import { useCompanionCheck } from '../../components/use-companion-check.ts';
import { useStored } from '../../components/use-stored.ts';
import { type Failure, toFailure } from '../../domain/failure.ts';
import { background } from '../../extension/background-port.ts';
import { settingsItem } from '../../extension/storage/settings.ts';
import { place } from './place.ts';
import { Screen } from './Screen.tsx';
import { screenFor } from './screen-for.ts';
import { useDraft } from './use-draft.ts';
import { useDraftItems } from './use-draft-items.ts';

/** Asks everything at once; what stands on the screen follows from the answers alone. */
export function App({ tabId, capturing }: { tabId: number; capturing: Promise<unknown> }) {
  const settings = useStored(settingsItem);
  const companion = useCompanionCheck(askCompanion);
  const editor = useDraft(tabId);
  const { items, failure: unreadable } = useDraftItems(editor.draft?.id);
  const [uncaptured, setUncaptured] = useState<Failure>();

  useEffect(() => {
    capturing.catch((error: unknown) => setUncaptured(toFailure(error)));
  }, [capturing]);

  const broken = uncaptured ?? unreadable;
  const screen = screenFor({ settings, companion, editor, items, place, ...(broken && { broken }) });
  return <Screen screen={screen} companion={companion} editor={editor} />;
}

const askCompanion = () => background.call('checkCompanion', {});
