import { i18n } from '#i18n';
import type { RefusalReason } from '../../../domain/incoming-contact.ts';

const texts: Record<RefusalReason, string> = {
  'no-address': i18n.t('refusedRow.noAddress'),
  'address-invalid': i18n.t('refusedRow.addressInvalid'),
  'two-addresses': i18n.t('refusedRow.twoAddresses'),
  disabled: i18n.t('refusedRow.disabled'),
  'too-long': i18n.t('refusedRow.tooLong'),
};

/** Why a row of a file is not taken over. */
export function reasonText(reason: RefusalReason): string {
  return texts[reason];
}
