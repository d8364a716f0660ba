import { CircleAlert } from 'lucide-react';
import { i18n } from '#i18n';
import { BlankState } from '../../components/BlankState.tsx';
import { Button } from '../../components/Button.tsx';
import { listOf } from '../../components/list-of.ts';
import { RecipientResults } from '../../components/RecipientResults.tsx';
import type { Draft } from '../../domain/draft.ts';
import { envelopeRecipients } from '../../domain/mail.ts';
import { CopyFailure } from './CopyFailure.tsx';
import { finish } from './finish.ts';
import { PopupFrame } from './PopupFrame.tsx';
import type { ResultProps } from './ResultView.tsx';

export function PartlySentView({ item, editor }: ResultProps) {
  const results = item.recipients ?? [];
  const refused = results.filter(({ accepted }) => !accepted);
  const correct = (draft: Draft): Draft => ({
    ...draft,
    id: crypto.randomUUID(),
    to: [],
    cc: [],
    bcc: [],
    again: true,
    toText: refused.map(({ address }) => address).join('; '),
    edited: true,
  });
  return (
    <PopupFrame title={i18n.t('popup.partlyTitle')}>
      <CopyFailure item={item} />
      <div role="alert">
        <BlankState
          icon={CircleAlert}
          tone="warn"
          heading={i18n.t('result.partly', { accepted: results.length - refused.length, all: results.length })}
          text={i18n.t('result.partlyText', { names: listOf(refused.map(({ address }) => address)) })}
          extra={<RecipientResults addresses={envelopeRecipients(item.mail)} results={results} sent={false} />}
        >
          <Button look="primary" onClick={() => editor.replace(correct)}>
            {i18n.t('result.correct')}
          </Button>
          <Button onClick={() => finish(editor)}>{i18n.t('result.done')}</Button>
        </BlankState>
      </div>
    </PopupFrame>
  );
}
