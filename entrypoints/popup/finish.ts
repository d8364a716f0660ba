import type { DraftEditor } from './use-draft.ts';

/** The mail is done with: the next press of the toolbar button begins anew. */
export async function finish(editor: DraftEditor): Promise<void> {
  await editor.replace(() => null);
  window.close();
}
