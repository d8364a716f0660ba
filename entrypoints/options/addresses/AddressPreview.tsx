import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { controlLook } from '../../../components/control-look.ts';
import { Notice } from '../../../components/Notice.tsx';
import { maxContacts } from '../../../domain/contact.ts';
import { type OldEncoding, oldEncodings } from '../../../extension/contacts-file/client.ts';
import { reasonText } from './reason-text.ts';
import type { Import, ImportState } from './use-import.ts';

type Props = { state: Extract<ImportState, { step: 'preview' }>; work: Import };

const encodingNames: Record<OldEncoding, string> = {
  'windows-1252': i18n.t('encoding.western'),
  'windows-1250': i18n.t('encoding.central'),
  'windows-1251': i18n.t('encoding.cyrillic'),
};

/** What would be added, merged and refused, and why; nothing is stored yet. */
export function AddressPreview({ state: { name, preview, old }, work }: Props) {
  const { added, merged, refused, unchanged, repeated, tooMany, encoding } = preview;
  const count = added.count + merged.count;
  const title = i18n.t('addresses.preview', { file: name });
  const isOld = oldEncodings.some((each) => each === encoding);
  return (
    <section aria-label={title} className="order-last grid w-full gap-3 rounded-card bg-sunken p-4 wrap-anywhere">
      <h3 className="font-semibold">{title}</h3>
      {isOld && <EncodingChoice old={old} onChange={work.readAs} />}
      <Rows
        title={i18n.t('addresses.willAdd', added.count)}
        rows={added.first.map(mailboxText)}
        count={added.count}
        isOpen
      />
      <Rows
        title={i18n.t('addresses.willMerge', merged.count)}
        rows={merged.first.map(mailboxText)}
        count={merged.count}
      />
      <Rows
        title={i18n.t('addresses.willRefuse', refused.count)}
        rows={refused.first.map((row) => `${row.place}: ${row.text} – ${reasonText(row.reason)}`)}
        count={refused.count}
        isOpen
      />
      {unchanged > 0 && <p className="text-hint text-dim">{i18n.t('addresses.unchanged', unchanged)}</p>}
      {repeated > 0 && <p className="text-hint text-dim">{i18n.t('addresses.repeated', repeated)}</p>}
      {tooMany > 0 && <Notice tone="warn" title={i18n.t('addresses.noRoom', tooMany, { max: maxContacts })} />}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={count === 0 || tooMany > 0} onClick={work.store}>
          {count > 0 ? i18n.t('addresses.take', count) : i18n.t('addresses.takeNone')}
        </Button>
        <Button onClick={work.cancel}>{i18n.t('addresses.dontImport')}</Button>
      </div>
    </section>
  );
}

type RowsProps = { title: string; rows: string[]; count: number; isOpen?: boolean };

function Rows({ title, rows, count, isOpen = false }: RowsProps) {
  if (count === 0) return null;
  return (
    <details open={isOpen}>
      <summary className="min-h-6 content-center">{title}</summary>
      <ul className="max-h-40 overflow-y-auto ps-5 text-hint text-dim">
        {rows.map((text, place) => (
          <li key={place}>
            <bdi>{text}</bdi>
          </li>
        ))}
        {count > rows.length && <li>{i18n.t('addresses.more', count - rows.length)}</li>}
      </ul>
    </details>
  );
}

function EncodingChoice({ old, onChange }: { old: OldEncoding; onChange: (old: OldEncoding) => void }) {
  return (
    <label className="flex flex-wrap items-center gap-2">
      {i18n.t('encoding.label')}
      <select
        value={old}
        className={`${controlLook} w-auto!`}
        onChange={({ currentTarget }) => {
          const chosen = oldEncodings.find((each) => each === currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {oldEncodings.map((each) => (
          <option key={each} value={each}>
            {encodingNames[each]}
          </option>
        ))}
      </select>
      <span className="text-hint text-dim">{i18n.t('encoding.hint')}</span>
    </label>
  );
}

function mailboxText({ name, address }: { name: string; address: string }): string {
  return name ? `${name} <${address}>` : address;
}
