import { useState } from 'react';
import { browser } from 'wxt/browser';
import { useCommand } from '../../components/use-command.ts';
import type { Attachment } from '../../domain/attachment.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Failure } from '../../domain/failure.ts';
import { background } from '../../extension/background-port.ts';
import { attachFiles } from './attach-files.ts';
import { openComposeTab } from './open-compose-tab.ts';
import { openPdf } from './open-pdf.ts';
import { givenChoice, place } from './place.ts';

export type AttachingCommands = {
  again: () => void;
  choose: (id: string) => void;
  open: (attachment: Attachment) => void;
  arrange: (attachments: { id: string; fileName: string }[]) => void;
  attachFiles: (files: File[]) => void;
  /** Asks for the permission, then goes on with what needed it. */
  allow: (pattern: string) => void;
};

export type Attaching = {
  tabId: number;
  commands: AttachingCommands;
  /** Why the last of them failed. */
  failure: Failure | undefined;
  /** The choice being fetched. */
  choosing: string | undefined;
};

/** What a person can do about the PDFs of a draft. */
export function useAttaching({ tabId }: Draft): Attaching {
  const { failure, run } = useCommand();
  const [chosen, setChosen] = useState<string | undefined>(givenChoice);
  const [choosing, setChoosing] = useState<string>();

  const again = () => run(() => background.call('capture', { tabId, again: true }));
  const choose = (choiceId: string) => {
    setChosen(choiceId);
    setChoosing(choiceId);
    run(() =>
      background.call('choose', { tabId, choiceId }).finally(() => {
        setChoosing(undefined);
      }),
    );
  };
  const allow = (pattern: string) => {
    // Chromium closes a popup that asks: the same form in a tab asks and goes on.
    if (place === 'popup' && !import.meta.env.FIREFOX) return void openComposeTab(tabId, chosen);
    // Firefox answers only a call made in the click itself: nothing may be awaited before it.
    const granted = browser.permissions.request({ origins: [pattern] });
    run(async () => {
      if (!(await granted)) return;
      if (chosen) choose(chosen);
      else again();
    });
  };
  const commands = {
    again,
    choose,
    allow,
    open: (attachment: Attachment) => run(() => openPdf(attachment)),
    arrange: (attachments: { id: string; fileName: string }[]) =>
      run(() => background.call('arrange', { tabId, attachments })),
    attachFiles: (files: File[]) => run(() => attachFiles(tabId, files)),
  };
  return { tabId, commands, failure, choosing };
}
