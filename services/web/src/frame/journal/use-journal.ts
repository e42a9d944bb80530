import type { CombinedError } from '@urql/core';
import { useEffect, useState } from 'react';
import type { ReadPage } from '../whole-list.js';

export interface JournalAsk {
  readonly from: string;
  readonly to: string;
  readonly after: string | null;
  /** It is saved as a file: read from the server, which records that. */
  readonly export?: true;
}

/** A page of the journal; throws what the server refuses. */
export type ReadJournal<Entry> = (ask: JournalAsk) => Promise<ReadPage<Entry>>;

interface Entries<Entry> {
  readonly entries: readonly Entry[];
  readonly isWhole: boolean;
  readonly error?: CombinedError | undefined;
}
const nothing = { entries: [], isWhole: false };

/** All entries of the days (`<from> <to>`), page by page; what was read stays when a page fails. */
export function useJournal<Entry>(
  read: ReadJournal<Entry>,
  days: string,
): Entries<Entry> & { readonly again: () => void } {
  const [state, setState] = useState<Entries<Entry>>(nothing);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isLeft = false;
    const [from, to] = days.split(' ') as [string, string];
    let entries: readonly Entry[] = [];
    const readOn = async (after: string | null): Promise<void> => {
      const page = await read({ from, to, after });
      if (isLeft) return;
      entries = [...entries, ...page.rows];
      const next = page.hasNextPage ? (page.endCursor ?? null) : null;
      setState({ entries, isWhole: next === null });
      if (next !== null) await readOn(next);
    };
    setState(nothing);
    readOn(null).catch((error: unknown) => {
      if (!isLeft) setState({ entries, isWhole: false, error: error as CombinedError });
    });
    return () => {
      isLeft = true;
    };
  }, [read, days, tries]);
  return { ...state, again: () => setTries((before) => before + 1) };
}
