import { useState } from 'react';
import { i18n } from '#i18n';
import { AddressField } from '../../components/AddressField.tsx';
import { Button } from '../../components/Button.tsx';
import type { Draft } from '../../domain/draft.ts';
import type { Settings } from '../../domain/settings.ts';
import { fieldTexts, fieldValue, type RecipientField } from './recipient-fields.ts';
import { recipientHint } from './recipient-hint.ts';
import { useAddressBook } from './use-address-book.ts';
import type { DraftEditor } from './use-draft.ts';

type Props = {
  draft: Draft;
  editor: DraftEditor;
  settings: Settings;
  errors: Partial<Record<RecipientField, string>>;
  disabled: boolean;
};

const labels = { to: i18n.t('compose.to'), cc: i18n.t('compose.cc'), bcc: i18n.t('compose.bcc') };

/** To, and behind its button Cc and Bcc, which stay in sight as long as they hold anything. */
export function RecipientFields({ draft, editor, settings, errors, disabled }: Props) {
  const [opened, setOpened] = useState(false);
  const book = useAddressBook(draft.url, settings.disabled);
  const isInUse = [draft.cc, draft.bcc, draft.ccText, draft.bccText].some(({ length }) => length > 0);
  const field = (name: RecipientField) => ({
    label: labels[name],
    value: fieldValue(draft, name),
    onChange: (value: ReturnType<typeof fieldValue>) => editor.edit(fieldTexts(name, value)),
    rules: settings.disabled,
    book,
    error: errors[name],
    disabled,
  });
  const more = (
    <Button look="link" disabled={disabled} className="-my-1" onClick={() => setOpened(true)}>
      {i18n.t('compose.more')}
    </Button>
  );
  return (
    <>
      <AddressField
        {...field('to')}
        hint={recipientHint(draft, settings)}
        placeholder={i18n.t('compose.toPlaceholder')}
        autoFocus={draft.to.length === 0}
        action={!opened && !isInUse && more}
      />
      {(opened || isInUse) && <AddressField {...field('cc')} autoFocus={opened} />}
      {(opened || isInUse) && <AddressField {...field('bcc')} />}
    </>
  );
}
