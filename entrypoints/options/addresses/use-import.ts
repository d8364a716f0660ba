import { useEffect, useRef, useState } from 'react';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import {
  type ContactsFile,
  type ImportPreview,
  type OldEncoding,
  openContactsFile,
} from '../../../extension/contacts-file/client.ts';

export type ImportState =
  | { step: 'start' }
  | { step: 'reading'; name: string; share: number }
  | { step: 'preview'; name: string; preview: ImportPreview; old: OldEncoding }
  | { step: 'storing' }
  | { step: 'done'; count: number }
  | { step: 'failed'; failure: Failure };

export type Import = {
  state: ImportState;
  read(file: File, old: OldEncoding): void;
  /** The same file in another encoding. */
  readAs(old: OldEncoding): void;
  store(): void;
  undo(): void;
  cancel(): void;
};

/** Takes addresses from a file, beside the page; nothing is stored before `store`. */
export function useImport(rules: string[]): Import {
  const [state, setState] = useState<ImportState>({ step: 'start' });
  const worker = useRef<ContactsFile>(undefined);
  const chosen = useRef<File>(undefined);
  const close = () => {
    worker.current?.close();
    worker.current = undefined;
  };
  useEffect(() => close, []);
  const attempt = (work: Promise<ImportState>) =>
    void work.then(setState, (error: unknown) => setState({ step: 'failed', failure: toFailure(error) }));

  async function open(file: File, old: OldEncoding): Promise<ImportState> {
    close();
    const own = openContactsFile();
    worker.current = own;
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
    await worker.current?.store();
    return { step: 'done', count: added.count + merged.count };
  }
  return {
    state,
    read: (file, old) => attempt(open(file, old)),
    readAs: (old) => chosen.current && attempt(open(chosen.current, old)),
    store: () => attempt(store()),
    undo: () => attempt((worker.current?.undo() ?? Promise.resolve()).then(() => ({ step: 'start' }))),
    cancel: () => {
      close();
      setState({ step: 'start' });
    },
  };
}
