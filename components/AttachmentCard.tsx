import { ArrowUp, Eye, FileText, Pencil, RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Attached } from '../domain/capture.ts';
import { clockTime } from './clock-time.ts';
import { FileNameField } from './FileNameField.tsx';
import { fileSize } from './file-size.ts';
import { IconButton } from './IconButton.tsx';

/** What reading the PDF showed: its pages and a small picture of the first. */
export type Preview = { pages?: number | undefined; picture?: string | undefined };

type Props = {
  attached: Attached;
  preview: Preview | undefined;
  /** Place among several; undefined for the only one. */
  position?: number | undefined;
  onOpen: () => void;
  onRename: (fileName: string) => void;
  onRemove: () => void;
  onUp: () => void;
  /** Missing where there is nothing to fetch again. */
  onAgain?: (() => void) | undefined;
  disabled: boolean;
};

/** Where it is narrow, the buttons go below: the name has to be read. */
const box = 'flex flex-wrap items-center gap-2 rounded-card border border-line bg-raised p-3';

/** A PDF that will be sent: the first question is whether it is the right one. */
export function AttachmentCard({ attached, preview, position, onAgain, disabled, ...on }: Props) {
  const [renaming, setRenaming] = useState(false);
  const { fileName } = attached.attachment;
  const rename = (name: string | undefined) => {
    setRenaming(false);
    if (name && name !== fileName) on.onRename(name);
  };
  return (
    <div className={position === undefined ? box : `${box} py-2`}>
      <Thumbnail picture={preview?.picture} small={position !== undefined} />
      <div className="min-w-0 flex-1 basis-32">
        {renaming ? (
          <FileNameField fileName={fileName} onDone={rename} />
        ) : (
          <p className="line-clamp-2 font-semibold wrap-anywhere" title={fileName}>
            <bdi data-file>{fileName}</bdi>
          </p>
        )}
        <p className="text-hint text-dim">
          <Facts pages={preview?.pages} attached={attached} />
        </p>
        {attached.refetched && <p className="text-hint text-warn">{i18n.t('card.refetched')}</p>}
      </div>
      {!renaming && (
        <div className="ms-auto flex shrink-0">
          {position !== undefined && position > 0 && (
            <IconButton
              icon={ArrowUp}
              label={i18n.t('card.up', { file: fileName })}
              onClick={on.onUp}
              disabled={disabled}
            />
          )}
          <IconButton icon={Eye} label={i18n.t('card.open')} onClick={on.onOpen} />
          <IconButton
            icon={Pencil}
            label={i18n.t('card.rename')}
            onClick={() => setRenaming(true)}
            disabled={disabled}
          />
          {onAgain && <IconButton icon={RotateCw} label={i18n.t('card.again')} onClick={onAgain} disabled={disabled} />}
          <IconButton
            icon={X}
            label={i18n.t('card.remove', { file: fileName })}
            onClick={on.onRemove}
            disabled={disabled}
          />
        </div>
      )}
    </div>
  );
}

function Thumbnail({ picture, small }: { picture: string | undefined; small: boolean }) {
  const size = small ? 'h-9 w-7' : 'h-14 w-10';
  if (picture) {
    return (
      <img
        src={picture}
        alt=""
        className={`${size} shrink-0 rounded-tag border border-line bg-white object-cover object-top`}
      />
    );
  }
  return (
    <span className={`grid ${size} shrink-0 place-items-center rounded-tag bg-accent-soft text-accent`}>
      <FileText size={20} strokeWidth={1.8} aria-hidden />
    </span>
  );
}

function Facts({ pages, attached }: { pages: number | undefined; attached: Attached }) {
  const time = clockTime(Date.parse(attached.madeAt));
  const facts = [
    pages !== undefined && i18n.t('card.pages', pages),
    fileSize(attached.attachment.size),
    attached.source === 'file' ? i18n.t('card.addedAt', { time }) : i18n.t('card.madeAt', { time }),
  ];
  return <bdi>{facts.filter(Boolean).join(' · ')}</bdi>;
}
