import { useEffect, useState } from 'react';
import type { Mailbox } from '../domain/mailbox.ts';
import { hostOf, type KnownDomains } from './address-notes.ts';
import type { SuggestionBook } from './suggestion-book.ts';

/** Asks the address list about each recipient's domain once. Without a list there are only the well-known domains. */
export function useKnownDomains(mailboxes: Mailbox[], book: SuggestionBook | undefined): KnownDomains {
  const [known, setKnown] = useState<KnownDomains>(new Map());
  const open = [...new Set(mailboxes.map(hostOf))].filter((host) => !known.has(host)).join(' ');
  useEffect(() => {
    if (!open) return;
    let isWanted = true;
    const ask = async (host: string) => [host, await likeIn(book, host)] as const;
    void Promise.all(open.split(' ').map(ask)).then((answers) => {
      if (isWanted) setKnown((before) => new Map([...before, ...answers]));
    });
    return () => {
      isWanted = false;
    };
  }, [open, book]);
  return known;
}

/** A list that cannot be read keeps nobody from being warned of a well-known domain. */
async function likeIn(book: SuggestionBook | undefined, host: string): Promise<string[]> {
  return book ? book.domainsLike(host).catch(() => []) : [];
}
