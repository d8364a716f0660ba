import { Copy, Pencil, Star, Trash2 } from 'lucide-react';
import { i18n } from '#i18n';
import { IconButton } from '../../../components/IconButton.tsx';

type Props = {
  name: string;
  isDefault: boolean;
  renaming: boolean;
  onRename: () => void;
  onCopy: () => void;
  onMakeDefault: () => void;
  onRemove: () => void;
};

/** What can be done to the chosen account. */
export function AccountButtons({ name, isDefault, renaming, ...on }: Props) {
  return (
    <>
      <IconButton
        icon={Pencil}
        label={i18n.t('accounts.rename', { name })}
        aria-expanded={renaming}
        onClick={on.onRename}
      />
      <IconButton icon={Copy} label={i18n.t('accounts.copy', { name })} onClick={on.onCopy} />
      {!isDefault && (
        <IconButton icon={Star} label={i18n.t('accounts.makeDefault', { name })} onClick={on.onMakeDefault} />
      )}
      <IconButton icon={Trash2} label={i18n.t('accounts.remove', { name })} onClick={on.onRemove} />
    </>
  );
}
