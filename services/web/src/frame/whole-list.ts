import { useRef, useState } from 'react';
import { failureOf, type Failure } from './failure.js';

/** A page of what is saved as a file. */
export interface ReadPage<Row> {
  readonly rows: readonly Row[];
  readonly endCursor?: string | null;
  readonly hasNextPage: boolean;
}

/**
 * All rows from the first page to the last, each once: what comes meanwhile is at the end, and a row that moved is not
 * repeated. Undefined when it was stopped; throws what the reading throws, and then nothing is saved.
 */
export async function readAll<Row extends { readonly id: string }>(
  read: (after: string | null) => Promise<ReadPage<Row>>,
  { progress, isStopped }: { readonly progress: (done: number) => void; readonly isStopped: () => boolean },
): Promise<readonly Row[] | undefined> {
  const rows = new Map<string, Row>();
  for (let after: string | null = null; ;) {
    const page: ReadPage<Row> = await read(after);
    if (isStopped()) return undefined;
    for (const row of page.rows) rows.set(row.id, row);
    progress(rows.size);
    after = page.endCursor ?? null;
    if (!page.hasNextPage || after === null) return [...rows.values()];
  }
}

export interface WholeList {
  /** How many rows are read; undefined when nothing is being saved. */
  readonly done: number | undefined;
  readonly failure: Failure | undefined;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

/** Reads a whole list, page by page, and hands its rows over to be saved. */
export function useWholeList<Row extends { readonly id: string }>(
  read: (after: string | null) => Promise<ReadPage<Row>>,
  save: (rows: readonly Row[]) => void,
): WholeList {
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<Failure>();
  const isStopped = useRef(false);
  const start = async (): Promise<void> => {
    isStopped.current = false;
    setFailure(undefined);
    setDone(0);
    try {
      const rows = await readAll(read, { progress: setDone, isStopped: () => isStopped.current });
      if (rows) save(rows);
    } catch (error) {
      setFailure(failureOf(error as Parameters<typeof failureOf>[0]));
    } finally {
      setDone(undefined);
    }
  };
  return { done, failure, start, stop: () => (isStopped.current = true) };
}
