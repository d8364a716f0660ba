import { sameMailbox } from './address.ts';
import type { Mail } from './mail.ts';

type Recipients = Pick<Mail, 'to' | 'cc' | 'bcc'>;

/** To whom a mail goes that is sent once more: who was hidden stays hidden; who gets a blind copy of everything is added anyway. */
export function resentRecipients({ to, cc, bcc }: Recipients, alwaysBcc: string[]): Recipients {
  const isConstant = (address: string) => alwaysBcc.some((always) => sameMailbox(always, address));
  return { to, cc, bcc: bcc.filter(({ address }) => !isConstant(address)) };
}
