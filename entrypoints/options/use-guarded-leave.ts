import { useEffect } from 'react';

/** The browser asks before a page with unsaved changes is closed. Other sections are no danger: the form outlives them. */
export function useGuardedLeave(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
