import { useSyncExternalStore } from 'react';
import { type Section, sections } from './sections.ts';

/** The section that the address names behind `#`; the first one when it names none. */
export function useSection(): Section {
  const hash = useSyncExternalStore(follow, () => location.hash.slice(1));
  const [first] = sections;
  return sections.find(({ id }) => id === hash) ?? (first as Section);
}

function follow(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
