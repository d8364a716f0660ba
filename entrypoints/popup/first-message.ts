import { i18n } from '#i18n';
import { attachmentsOf } from '../../domain/capture.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Profile } from '../../domain/profile.ts';
import { signed } from '../../domain/signature.ts';

/** What an account first writes with this PDF; the background writes the same into a new draft. */
export function firstMessage({ capture }: Pick<Draft, 'capture'>, { sender, signature }: Profile): string {
  const file = attachmentsOf(capture)[0]?.fileName ?? i18n.t('fallback.file');
  return signed(i18n.t('draftMessage', { file, sender: sender.name }), signature);
}
