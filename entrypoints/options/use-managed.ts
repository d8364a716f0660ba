import { createContext, useContext } from 'react';
import type { Managed } from '../../domain/managed.ts';

export const ManagedContext = createContext<Managed>({});

/** What the organisation set; its fields are locked. */
export function useManaged(): Managed {
  return useContext(ManagedContext);
}
