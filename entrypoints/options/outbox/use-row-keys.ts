import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

type Rows = { ids: string[]; scrollTo: (index: number) => void; onOpen: (id: string) => void };

const page = 10;

/** Arrow keys walk through the rows, Enter shows the details. One row is in the tab order; its buttons follow it. */
export function useRowKeys({ ids, scrollTo, onOpen }: Rows) {
  const [active, setActive] = useState(0);
  const pending = useRef<number>(undefined);
  const current = Math.min(active, ids.length - 1);

  // A row that is scrolled in is drawn only then.
  useLayoutEffect(() => {
    if (pending.current === undefined) return;
    const row = document.querySelector<HTMLElement>(`tbody > tr[aria-rowindex="${pending.current + 2}"]`);
    if (!row) return;
    pending.current = undefined;
    row.focus();
  });

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!(event.target as HTMLElement).matches('tr')) return; // the buttons have keys of their own
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: ids.length - 1,
    };
    const id = ids[current];
    if (event.key === 'Enter' && id !== undefined) return act(event, () => onOpen(id));
    const target = steps[event.key];
    if (target === undefined) return;
    act(event, () => {
      const next = Math.max(0, Math.min(target, ids.length - 1));
      pending.current = next;
      setActive(next);
      scrollTo(next);
    });
  }

  return { body: { onKeyDown }, isCurrent: (index: number) => index === current };
}

function act(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}
