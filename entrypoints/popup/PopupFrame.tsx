import { Inbox, PanelRight, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../components/IconButton.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { openSidePanel } from '../../extension/side-panel.ts';
import { openPage } from './open-page.ts';
import { place } from './place.ts';

type Props = { title: string; subtitle?: string | undefined; footer?: ReactNode; children: ReactNode };

/** Header and footer stay, the middle scrolls. A popup is never above 600 px: browsers cut what is higher. */
const sizes = {
  popup: 'max-h-[600px] w-[420px]',
  tab: 'mx-auto min-h-dvh max-w-2xl border-x border-line',
  panel: 'h-dvh min-w-72',
} as const;

export function PopupFrame({ title, subtitle, footer, children }: Props) {
  return (
    <div className={`flex flex-col ${sizes[place]}`}>
      <header className="flex items-center gap-1 px-4 py-2">
        <PageHeading title={title} subtitle={subtitle} />
        {place !== 'panel' && (
          <IconButton icon={PanelRight} label={i18n.t('popup.panel')} onClick={() => void moveToPanel()} />
        )}
        <IconButton icon={Inbox} label={i18n.t('popup.outbox')} onClick={() => openPage('/options.html#outbox')} />
        <IconButton icon={Settings} label={i18n.t('popup.settings')} onClick={() => openPage('/options.html#server')} />
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</main>
      {footer}
    </div>
  );
}

async function moveToPanel(): Promise<void> {
  await openSidePanel();
  window.close();
}
