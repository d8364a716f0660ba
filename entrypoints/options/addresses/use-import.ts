import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import {
  type ContactsFile,
  type ImportPreview,
  type OldEncoding,
  openContactsFile,
} from '../../../extension/contacts-file/client.ts';
import type { AddressNews } from './use-address-actions.ts';

export type ImportState =
  | { step: 'start' }
  | { step: 'reading'; name: string; share: number }
  | { step: 'preview'; name: string; preview: ImportPreview; old: OldEncoding }
  | { step: 'storing' }
  | { step: 'failed'; failure: Failure };

export type Import = {
  state: ImportState;
  /** A file is about to be chosen: starts what will read it. */
  prepare(): void;
  read(file: File, old: OldEncoding): void;
  /** The same file in another encoding. */
  readAs(old: OldEncoding): void;
  store(): void;
  cancel(): void;
};

/** Takes addresses from a file, beside the page; nothing is stored before `store`. */
export function useImport(rules: string[], onStored: (news: AddressNews) => void): Import {
  const [state, setState] = useState<ImportState>({ step: 'start' });
  const worker = useRef<ContactsFile>(undefined);
  /** The one that stored last and can take that back: another import, given up, must not end it. */
  const stored = useRef<ContactsFile>(undefined);
  const chosen = useRef<File>(undefined);
  const close = () => {
    worker.current?.close();
    worker.current = undefined;
  };
  const closeAll = () => {
    close();
    stored.current?.close();
  };
  useEffect(() => closeAll, []);
  const idle = (): ContactsFile => {
    if (state.step === 'reading') close();
    worker.current ??= openContactsFile();
    return worker.current;
  };
  const attempt = (work: Promise<ImportState>) =>
    void work.then(setState, (error: unknown) => setState({ step: 'failed', failure: toFailure(error) }));

  async function open(file: File, old: OldEncoding): Promise<ImportState> {
    const own = idle();
    chosen.current = file;
    const { name } = file;
    setState({ step: 'reading', name, share: 0 });
    const progress = (share: number) => worker.current === own && setState({ step: 'reading', name, share });
    return { step: 'preview', name, preview: await own.read({ file, old, rules }, progress), old };
  }
  async function store(): Promise<ImportState> {
    if (state.step !== 'preview') return state;
    const { added, merged } = state.preview;
    setState({ step: 'storing' });
    const own = worker.current;
    await own?.store();
    stored.current?.close();
    stored.current = own;
    worker.current = undefined;
    onStored({ text: i18n.t('addresses.imported', added.count + merged.count), undo: async () => own?.undo() });
    return { step: 'start' };
  }
  return {
    state,
    prepare: () => void idle(),
    read: (file, old) => attempt(open(file, old)),
    readAs: (old) => chosen.current && attempt(open(chosen.current, old)),
    store: () => attempt(store()),
    cancel: () => {
      if (state.step === 'reading') close();
      setState({ step: 'start' });
    },
  };
}
