import { Eye, FileText, RotateCw } from 'lucide-react';
import { i18n } from '#i18n';
import type { Capture } from '../domain/draft.ts';
import { clockTime } from './clock-time.ts';
import { fileSize } from './file-size.ts';
import { IconButton } from './IconButton.tsx';

type Props = {
  capture: Exclude<Capture, { state: 'failed' }>;
  onOpen: () => void;
  onAgain: () => void;
  disabled: boolean;
};

const box = 'flex items-center gap-3 rounded-card border border-line bg-raised p-3';

/** The PDF that will be sent: the first question is whether it is the right one. */
export function AttachmentCard({ capture, onOpen, onAgain, disabled }: Props) {
  if (capture.state === 'capturing') {
    return (
      <div className={box}>
        <span className="h-12 w-9 motion-safe:animate-pulse rounded-tag bg-line" />
        <div>
          <p className="font-semibold">{i18n.t('card.capturing')}</p>
          <p className="text-hint text-dim">{i18n.t('card.capturingHint')}</p>
        </div>
      </div>
    );
  }
  const { attachment, pages, madeAt } = capture;
  return (
    <div className={box}>
      <span className="grid h-12 w-9 shrink-0 place-items-center rounded-tag bg-accent-soft text-accent">
        <FileText size={20} strokeWidth={1.8} aria-hidden />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold" title={attachment.fileName}>
          <bdi>{attachment.fileName}</bdi>
        </p>
        <p className="truncate text-hint text-dim">
          <Facts pages={pages} size={attachment.size} madeAt={madeAt} />
        </p>
      </div>
      <IconButton icon={Eye} label={i18n.t('card.open')} onClick={onOpen} />
      <IconButton icon={RotateCw} label={i18n.t('card.again')} onClick={onAgain} disabled={disabled} />
    </div>
  );
}

function Facts({ pages, size, madeAt }: { pages: number | undefined; size: number; madeAt: string }) {
  const facts = [
    pages !== undefined && i18n.t('card.pages', pages),
    fileSize(size),
    i18n.t('card.madeAt', { time: clockTime(Date.parse(madeAt)) }),
  ];
  return <bdi>{facts.filter(Boolean).join(' · ')}</bdi>;
}
