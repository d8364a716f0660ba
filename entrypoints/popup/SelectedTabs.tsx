import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';

type Props = { onAttach: (tabIds: number[]) => void; disabled: boolean };

/** Several tabs are selected in the tab strip: their PDFs can go in one mail. */
export function SelectedTabs({ onAttach, disabled }: Props) {
  const [tabIds, setTabIds] = useState<number[]>([]);
  useEffect(() => {
    void browser.tabs.query({ highlighted: true, currentWindow: true }).then((tabs) => {
      setTabIds(tabs.flatMap(({ id }) => id ?? []));
    });
  }, []);
  if (tabIds.length < 2) return null;
  const n = tabIds.length;
  return (
    <Notice tone="info" title={i18n.t('tabs.selected', { n })}>
      <div>
        <Button disabled={disabled} onClick={() => onAttach(tabIds)}>
          {i18n.t('tabs.attach', { n })}
        </Button>
      </div>
    </Notice>
  );
}
