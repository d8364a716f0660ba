import { Menu } from '@base-ui/react/menu';
import { i18n } from '#i18n';
import { Button } from '../../../components/Button.tsx';
import { toFailure } from '../../../domain/failure.ts';
import { openContactsFile } from '../../../extension/contacts-file/client.ts';
import type { AddressNews } from './use-address-actions.ts';

const formats = [
  { format: 'csv', label: i18n.t('addresses.exportCsv') },
  { format: 'vcf', label: i18n.t('addresses.exportVcf') },
  { format: 'json', label: i18n.t('addresses.exportJson') },
] as const;
type Format = (typeof formats)[number]['format'];

type Props = {
  count: number;
  /** Only these, when there are any. */
  addresses: string[];
  onFailure: (news: AddressNews) => void;
};

export function ExportAddresses({ count, addresses, onFailure }: Props) {
  const chosen = addresses.length;
  const write = (format: Format) =>
    download(format, addresses).catch((error: unknown) => onFailure({ failure: toFailure(error) }));
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button />}>
        {chosen > 0 ? i18n.t('addresses.exportChosen', chosen) : i18n.t('addresses.export')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end">
          <Menu.Popup
            aria-label={i18n.t('addresses.exportAll', chosen || count)}
            className="rounded-control border border-line bg-raised p-1 shadow-lg"
          >
            {formats.map(({ format, label }) => (
              <Menu.Item
                key={format}
                className="flex min-h-9 items-center rounded-tag px-3 data-highlighted:bg-accent-soft"
                onClick={() => void write(format)}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

async function download(format: Format, addresses: string[]): Promise<void> {
  const file = openContactsFile();
  try {
    const blob = await file.write({ format, ...(addresses.length > 0 && { addresses }) });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `tabpost-addresses.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  } finally {
    file.close();
  }
}
