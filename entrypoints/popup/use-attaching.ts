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
import { givenChoice, givenFailure, place } from './place.ts';

export type AttachingCommands = {
  again: () => void;
  /** For a draft that was given up: a new one of what the tab shows. */
  take: () => void;
  /** Keeps the PDF of another document than the tab shows. */
  keep: () => void;
  choose: (id: string) => void;
  open: (attachment: Attachment) => void;
  arrange: (attachments: { id: string; fileName: string }[]) => void;
  attachFiles: (files: File[]) => void;
  captureTabs: (tabIds: number[]) => void;
  /** Asks for the permission that is missing, then goes on with what needed it. */
  allow: (missing: Failure) => void;
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
  const { failure, run: start } = useCommand();
  const [pending, setPending] = useState(givenFailure);
  const run = (command: () => Promise<unknown>) => {
    setPending(undefined);
    start(command);
  };
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
  const allow = (missing: Failure) => {
    // Chromium closes a popup that asks: the same form in a tab asks and goes on.
    if (place === 'popup' && !import.meta.env.FIREFOX) {
      return void openComposeTab(tabId, { failure: missing, choice: chosen });
    }
    // Firefox answers only a call made in the click itself: nothing may be awaited before it.
    const granted = browser.permissions.request({ origins: [missing.detail ?? ''] });
    run(async () => {
      if (!(await granted)) return;
      if (chosen) choose(chosen);
      else again();
    });
  };
  const commands = {
    again,
    take: () => run(() => background.call('capture', { tabId, again: false })),
    keep: () => run(() => background.call('keepPdf', { tabId })),
    choose,
    allow,
    open: (attachment: Attachment) => run(() => openPdf(attachment)),
    arrange: (attachments: { id: string; fileName: string }[]) =>
      run(() => background.call('arrange', { tabId, attachments })),
    captureTabs: (tabIds: number[]) => run(() => background.call('captureTabs', { tabId, tabIds })),
    attachFiles: (files: File[]) => run(() => attachFiles(tabId, files)),
  };
  return { tabId, commands, failure: failure ?? pending, choosing };
}
