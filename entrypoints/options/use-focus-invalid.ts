import { useEffect, useState } from 'react';
import type { SectionId } from './sections.ts';

/** Returns a function that focuses the first wrong field as soon as it is drawn, even if its section is drawn only then. */
export function useFocusInvalid(section: SectionId): () => void {
  const [wanted, setWanted] = useState(0);
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (wanted === done) return;
    const field = document.querySelector<HTMLElement>('main [aria-invalid]');
    if (!field) return;
    field.focus();
    setDone(wanted);
  }, [wanted, done, section]);
  return () => setWanted((count) => count + 1);
}
