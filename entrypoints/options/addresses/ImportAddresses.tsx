import { useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { advice } from '../../../extension/advice.ts';
import { AddressPreview } from './AddressPreview.tsx';
import { faultText } from './fault-text.ts';
import type { AddressNews } from './use-address-actions.ts';
import { type Import, useImport } from './use-import.ts';

type Props = { rules: string[]; onStored: (news: AddressNews) => void };

/** Addresses from a file; what would become of each row is shown before anything is stored. */
export function ImportAddresses({ rules, onStored }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const work = useImport(rules, onStored);
  return (
    <>
      <Button
        onClick={() => {
          work.prepare();
          input.current?.click();
        }}
      >
        {i18n.t('addresses.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.vcf,.vcard,.json,text/csv,text/vcard,application/json"
        aria-label={i18n.t('addresses.file')}
        className="hidden"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) work.read(file, 'windows-1252');
          currentTarget.value = ''; // the same file may be chosen again after it was mended
        }}
      />
      <Step work={work} />
    </>
  );
}

function Step({ work }: { work: Import }) {
  const { state } = work;
  switch (state.step) {
    case 'start':
      return null;
    case 'preview':
      return <AddressPreview state={state} work={work} />;
    case 'failed':
      return (
        <div className="order-last w-full">
          <FailureNotice failure={state.failure} advice={withFault(state.failure)} />
        </div>
      );
    case 'reading':
      return (
        <div role="status" className="order-last flex w-full items-center gap-3 text-hint text-dim">
          <progress
            aria-label={i18n.t('addresses.reading', { file: state.name })}
            value={state.share}
            className="accent-accent"
          />
          <bdi className="min-w-0 flex-1 truncate">{i18n.t('addresses.reading', { file: state.name })}</bdi>
          <Button onClick={work.cancel}>{i18n.t('addresses.cancel')}</Button>
        </div>
      );
    case 'storing':
      return (
        <p role="status" className="order-last w-full text-hint text-dim">
          {i18n.t('addresses.storing')}
        </p>
      );
  }
}

function withFault(failure: Parameters<typeof advice>[0]) {
  const { title, text } = advice(failure);
  const fault = failure.code === 'contacts-file-refused' ? faultText(failure.detail ?? '') : undefined;
  return { title, text: fault ?? text };
}
