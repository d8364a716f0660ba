import { useEffect, useState } from 'react';
import { type Failure, toFailure } from '../../../domain/failure.ts';
import { type ContactRow, contactRow } from '../../../domain/sort-contacts.ts';
import { readContactFront, watchContacts } from '../../../extension/storage/contact-changes.ts';
import { listContactRows } from '../../../extension/storage/contacts.ts';

export type AddressList = {
  /** Entries in the list, also those not read yet. */
  count: number;
  /** In the order of names; at first only what fills a window. */
  rows: ContactRow[];
};

export type ReadAddressList = AddressList | { failure: Failure } | undefined;

/** The address list, followed through its changes by whomever; undefined until its front is read. */
export function useAddressList(): ReadAddressList {
  const [list, setList] = useState<ReadAddressList>();
  useEffect(() => {
    let order = 0; // a slow reading must not replace a newer one
    const show = async (reading: Promise<AddressList>, turn: number) => {
      const found = await reading.catch((error: unknown) => ({ failure: toFailure(error) }));
      if (turn === order) setList(found);
    };
    const readAll = () => show(all(), ++order);
    const stop = watchContacts(() => void readAll());
    void show(front(), order)
      .then(painted)
      .then((): Promise<void> | undefined => (order === 0 ? readAll() : undefined));
    return () => {
      order = -1;
      stop();
    };
  }, []);
  return list;
}

async function front(): Promise<AddressList> {
  const { count, lines } = await readContactFront();
  return { count, rows: lines.map(contactRow) };
}

async function all(): Promise<AddressList> {
  const rows = await listContactRows();
  return { count: rows.length, rows };
}

/** What is in sight comes first, the rest of a long list behind it. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
