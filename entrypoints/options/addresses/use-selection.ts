import { useState } from 'react';

export type Selection = {
  /** Addresses. */
  chosen: Set<string>;
  toggle(address: string): void;
  set(addresses: string[]): void;
  clear(): void;
};

/** Which entries are ticked; it outlives a search, so that several searches can make one selection. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  return {
    chosen,
    toggle: (address) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(address)) after.add(address);
        return after;
      }),
    set: (addresses) => setChosen(new Set(addresses)),
    clear: () => setChosen(new Set()),
  };
}
