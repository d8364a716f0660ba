import { useEffect, useMemo } from 'react';
import type { SuggestionBook } from '../../components/suggestion-book.ts';

/** As many as fit below the field. */
const limit = 6;

/** The address list for the fields. It is loaded apart, and read once the popup has nothing else to do: opening never waits for it. */
export function useAddressBook(url: string, rules: string[]): SuggestionBook {
  useEffect(() => {
    const prepare = async () => (await suggestions()).prepareSuggestions();
    const idle = requestIdleCallback(() => void prepare().catch(() => undefined)); // the first letter asks again
    return () => cancelIdleCallback(idle);
  }, []);
  return useMemo(() => {
    const site = URL.canParse(url) ? new URL(url).hostname : '';
    return {
      suggest: async (query, exclude) => {
        const found = await (await suggestions()).suggest(query, { site, rules, exclude, limit });
        return found.map(({ name, address }) => ({ name, address }));
      },
      forget: async (address) => (await contacts()).forgetContact(address),
      domainsLike: async (host) => (await suggestions()).domainsLike(host),
    };
  }, [url, rules]);
}

const suggestions = () => import('../../extension/storage/suggest.ts');
const contacts = () => import('../../extension/storage/contacts.ts');
