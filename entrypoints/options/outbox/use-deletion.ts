import { useEffect, useState } from 'react';
import { removeMails, restoreMails } from '../../../extension/storage/remove-mails.ts';

type Removed = Awaited<ReturnType<typeof removeMails>>;

/** ms for which a deletion can be undone. */
const undoFor = 10_000;

export type Deletion = {
  /** How many were deleted last, while that can be undone. */
  count: number;
  remove(id: string): Promise<void>;
  undo(): Promise<void>;
};

export function useDeletion(): Deletion {
  const [removed, setRemoved] = useState<Removed>([]);
  useEffect(() => {
    if (removed.length === 0) return;
    const timer = setTimeout(() => setRemoved([]), undoFor);
    return () => clearTimeout(timer);
  }, [removed]);
  return {
    count: removed.length,
    async remove(id) {
      const records = await removeMails([id]);
      setRemoved((before) => [...before, ...records]);
    },
    async undo() {
      await restoreMails(removed);
      setRemoved([]);
    },
  };
}
