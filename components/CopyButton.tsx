import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from './Button.tsx';

type Props = { label: string; text: string };

/** Copies a text and says so. */
export function CopyButton({ label, text }: Props) {
  const [copied, setCopied] = useState<string>();
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(text));
  const done = copied === text ? i18n.t('notice.copied') : undefined;
  return (
    <>
      <Button onClick={copy}>{done ?? label}</Button>
      <span role="status" className="sr-only">
        {done}
      </span>
    </>
  );
}
