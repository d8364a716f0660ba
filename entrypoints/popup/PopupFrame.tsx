import { Inbox, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../components/IconButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { openPage } from './open-page.ts';

type Props = { title: string; subtitle?: string | undefined; footer?: ReactNode; children: ReactNode };

/** 420 px wide and never above 600 px: browsers cut what is higher. Header and footer stay, the middle scrolls. */
export function PopupFrame({ title, subtitle, footer, children }: Props) {
  return (
    <div className="flex max-h-[600px] w-[420px] flex-col">
      <header className="flex items-center gap-1 px-4 py-2">
        <PageHeading title={title} subtitle={subtitle} />
        <IconButton icon={Inbox} label={i18n.t('popup.outbox')} onClick={() => openPage('/options.html#outbox')} />
        <IconButton icon={Settings} label={i18n.t('popup.settings')} onClick={() => openPage('/options.html#server')} />
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</main>
      {footer}
    </div>
  );
}
