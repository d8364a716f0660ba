import { type Failure, toFailure } from '../domain/failure.ts';
import type { OutboxItem } from '../domain/outbox.ts';
import { refusals } from '../domain/policy.ts';
import { autoStoreTrouble } from './storage/auto-store-trouble.ts';
import { rememberRecipients } from './storage/contacts.ts';
import { settingsItem } from './storage/settings.ts';

/**
 * Keeps the addresses that the server accepted of a mail for the next time, if its user wants that. The mail is done whatever becomes of
 * this: what goes wrong is shown on the page of the address list.
 */
export async function autoStore(item: OutboxItem): Promise<void> {
  try {
    const settings = await settingsItem.read();
    if (!settings.autoStore || item.trial) return;
    const accepted = new Set(item.recipients?.filter((each) => each.accepted).map(({ address }) => address));
    const own = new Set(settings.alwaysBcc);
    const disabled = new Set(refusals([...accepted], settings.disabled).map(({ address }) => address));
    const { to, cc, bcc } = item.mail;
    const wanted = ({ address }: { address: string }) =>
      accepted.has(address) && !own.has(address) && !disabled.has(address);
    await rememberRecipients([...to, ...cc, ...bcc].filter(wanted), hostOf(item.pageUrl));
    await report(null);
  } catch (error) {
    await report(toFailure(error));
  }
}

async function report(failure: Failure | null): Promise<void> {
  await autoStoreTrouble.update(() => failure);
}

/** A page from the disk has no host. */
function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
