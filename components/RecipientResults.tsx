import { Check, Clock, Minus, X } from 'lucide-react';
import { i18n } from '#i18n';
import type { RecipientResult } from '../domain/outcome.ts';

type Props = {
  addresses: string[];
  results: RecipientResult[] /** The server took it for everybody it was asked about. */;
  sent: boolean;
};

/** What became of every recipient, with the server's own reply. */
export function RecipientResults({ addresses, results, sent }: Props) {
  const known = new Map(results.map((result) => [result.address, result]));
  return (
    <ul className="grid max-h-48 w-full gap-1 overflow-y-auto text-start text-hint">
      {addresses.map((address) => (
        <li key={address} className="flex items-start gap-2">
          <Line address={address} result={known.get(address) ?? (sent ? { address, accepted: true } : undefined)} />
        </li>
      ))}
    </ul>
  );
}

function Line({ address, result }: { address: string; result: RecipientResult | undefined }) {
  const { icon: Icon, colour, word } = lookOf(result);
  return (
    <>
      <Icon size={14} strokeWidth={2} aria-hidden className={`mt-px shrink-0 ${colour}`} />
      <span className="min-w-0 wrap-anywhere">
        <bdi>{address}</bdi> <span className={colour}>{word}</span>
        {result?.reply && <bdi className="block font-mono text-dim">{result.reply}</bdi>}
      </span>
    </>
  );
}

function lookOf(result: RecipientResult | undefined) {
  if (!result) return { icon: Minus, colour: 'text-dim', word: '' };
  if (result.accepted) return { icon: Check, colour: 'text-ok', word: i18n.t('recipient.accepted') };
  if (result.later) return { icon: Clock, colour: 'text-warn', word: i18n.t('recipient.later') };
  return { icon: X, colour: 'text-bad', word: i18n.t('recipient.refused') };
}
