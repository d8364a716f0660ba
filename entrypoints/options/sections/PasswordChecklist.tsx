import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Preset } from '../../../domain/presets.ts';

/** Stands for the place of the link in a step. */
const place = '\u0000';

const steps: Record<NonNullable<Preset['checklist']>, () => string[]> = {
  google: () => [
    i18n.t('passwordHelp.google.two'),
    i18n.t('passwordHelp.google.page', { url: place }),
    i18n.t('passwordHelp.google.name'),
    i18n.t('passwordHelp.google.paste'),
    i18n.t('passwordHelp.google.absent'),
  ],
  yahoo: () => [
    i18n.t('passwordHelp.yahoo.page', { url: place }),
    i18n.t('passwordHelp.yahoo.name'),
    i18n.t('passwordHelp.yahoo.paste'),
  ],
  apple: () => [
    i18n.t('passwordHelp.apple.two'),
    i18n.t('passwordHelp.apple.page', { url: place }),
    i18n.t('passwordHelp.apple.paste'),
  ],
  zoho: () => [i18n.t('passwordHelp.zoho.region'), i18n.t('passwordHelp.zoho.two', { url: place })],
  microsoft: () => [
    i18n.t('passwordHelp.microsoft.mailbox', { url: place }),
    i18n.t('passwordHelp.microsoft.tenant'),
    i18n.t('passwordHelp.microsoft.defaults'),
  ],
};

/** How to get a password that this provider takes; a plain link where that is all there is to say. */
export function PasswordChecklist({ preset }: { preset: Preset | undefined }) {
  const { checklist, helpUrl, password } = preset ?? {};
  const link = helpUrl && <HelpLink url={helpUrl} />;
  if (!checklist) return password === 'app-password' && link ? <p>{link}</p> : null;
  return (
    <ol className="mt-1 grid list-decimal gap-1 ps-5">
      {steps[checklist]().map((step) => (
        <li key={step}>{withLink(step, link)}</li>
      ))}
    </ol>
  );
}

function withLink(step: string, link: ReactNode): ReactNode {
  const [before = '', after] = step.split(place);
  return after === undefined ? (
    step
  ) : (
    <>
      {before}
      {link}
      {after}
    </>
  );
}

function HelpLink({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer" className="wrap-anywhere text-accent underline">
      {url.replace('https://', '')}
    </a>
  );
}
