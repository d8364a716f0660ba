import type { OutboxItem } from '../../domain/outbox.ts';
import { PartlySentView } from './PartlySentView.tsx';
import { SentView } from './SentView.tsx';
import type { Account } from './screen-for.ts';
import { UnknownView } from './UnknownView.tsx';
import type { DraftEditor } from './use-draft.ts';
import { WaitingView } from './WaitingView.tsx';

export type ResultProps = { item: OutboxItem; account: Account; editor: DraftEditor };

/** What became of the mail, once it is no longer the form's business. */
export function ResultView(props: ResultProps) {
  switch (props.item.state) {
    case 'sent':
      return <SentView {...props} />;
    case 'partly-sent':
      return <PartlySentView {...props} />;
    case 'unknown':
      return <UnknownView {...props} />;
    default:
      return <WaitingView {...props} />;
  }
}
