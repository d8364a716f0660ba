import { i18n } from '#i18n';
import { attachmentsOf, type Capture } from '../domain/capture.ts';
import type { Draft } from '../domain/draft.ts';
import type { Profile } from '../domain/profile.ts';
import { signed } from '../domain/signature.ts';
import { subjectFor } from '../domain/template.ts';

export type FirstTexts = Pick<Draft, 'subject' | 'message'>;

/** What a mail with these PDFs says before anybody writes; nothing as long as there are none. */
export function firstTexts(capture: Capture, profile: Profile | undefined): FirstTexts {
  const names = attachmentsOf(capture).map(({ fileName }) => fileName);
  if (names[0] === undefined) return { subject: '', message: '' };
  const file = new Intl.ListFormat(i18n.t('locale.tag')).format(names);
  const message = i18n.t('draftMessage', { file, sender: profile?.sender.name ?? '' });
  return { subject: subjectFor(names[0]), message: signed(message, profile?.signature ?? '') };
}
