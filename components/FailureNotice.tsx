import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Failure } from '../domain/failure.ts';
import { CopyButton } from './CopyButton.tsx';
import { Notice } from './Notice.tsx';

type Props = {
  failure: Failure;
  advice: { title: string; text: string };
  /** When the machine tries again by itself. */
  nextTry?: string | undefined;
  tone?: 'bad' | 'warn';
  /** Buttons. */
  children?: ReactNode;
};

/** What went wrong, what to do, and what the server said, which is shown as text only. */
export function FailureNotice({ failure, advice, nextTry, tone = 'bad', children }: Props) {
  const facts = [failure.code, failure.address, failure.detail].filter(Boolean).join('\n');
  return (
    <Notice tone={tone} title={advice.title}>
      <p dir="auto" className="text-label">
        {advice.text} {nextTry}
      </p>
      <div className="mt-1 flex flex-wrap gap-x-3 gap-y-2">
        {children}
        <details className="content-center text-hint open:basis-full">
          <summary className="min-h-6 content-center">{i18n.t('notice.details')}</summary>
          <bdi className="my-1 block max-h-24 overflow-y-auto font-mono whitespace-pre-wrap">{facts}</bdi>
          <CopyButton label={i18n.t('notice.copy')} text={`${advice.title}\n${facts}`} />
        </details>
      </div>
    </Notice>
  );
}
