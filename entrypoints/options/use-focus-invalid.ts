import { useEffect, useState } from 'react';

/**
 * Returns a function that focuses the first wrong field as soon as it is drawn, even if its section is drawn only then.
 * @param drawn changes with what is on the screen
 */
export function useFocusInvalid(drawn: string): () => void {
  const [wanted, setWanted] = useState(0);
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (wanted === done) return;
    const field = document.querySelector<HTMLElement>('main [aria-invalid]');
    if (!field) return;
    field.focus();
    setDone(wanted);
  }, [wanted, done, drawn]);
  return () => setWanted((count) => count + 1);
}
