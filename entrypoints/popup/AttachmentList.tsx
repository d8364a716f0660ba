import { AttachmentCard } from '../../components/AttachmentCard.tsx';
import type { Capture } from '../../domain/capture.ts';
import type { AttachingCommands } from './use-attaching.ts';
import { usePreviews } from './use-previews.ts';

type Props = {
  capture: Extract<Capture, { state: 'ready' }>;
  commands: AttachingCommands;
  disabled: boolean;
  canFetch: boolean;
};

/** The PDFs of the mail, in its order. */
export function AttachmentList({ capture, commands, disabled, canFetch }: Props) {
  const previews = usePreviews(capture);
  const { attachments } = capture;
  const names = attachments.map(({ id, attachment }) => ({ id, fileName: attachment.fileName }));
  const several = attachments.length > 1;
  return (
    <ul className="grid max-h-44 grid-cols-[minmax(0,1fr)] gap-1 overflow-y-auto">
      {attachments.map((attached, at) => (
        <li key={attached.id}>
          <AttachmentCard
            attached={attached}
            preview={previews.get(attached.attachment.sha256)}
            position={several ? at : undefined}
            onOpen={() => commands.open(attached.attachment)}
            onRename={(fileName) => commands.arrange(names.with(at, { id: attached.id, fileName }))}
            onRemove={() => commands.arrange(names.toSpliced(at, 1))}
            onUp={() => commands.arrange(names.toSpliced(at, 1).toSpliced(at - 1, 0, ...names.slice(at, at + 1)))}
            onAgain={!several && canFetch && attached.source !== 'file' ? commands.again : undefined}
            disabled={disabled}
          />
        </li>
      ))}
    </ul>
  );
}
