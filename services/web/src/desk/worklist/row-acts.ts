import { useCallback, useRef, useState } from 'react';
import { newKey, sendBulk, type BulkItemResult } from '../../frame/command.js';
import type { TypedDocumentString } from '../../generated/graphql.js';

/** What became of the act on a row; shown on the row itself, one for each. */
export interface RowAct {
  readonly state: 'sending' | 'waiting' | 'done' | 'failed';
  readonly message?: string;
}

export interface RowToAct {
  readonly id: string;
  readonly version: number;
}

type BulkInput<Item> = { readonly input: { readonly district: string; readonly items: readonly Item[] } };

/** Acts on many rows: each has its own key, version and result; one never stops the others. */
export function useRowActs(district: string) {
  const [acts, setActs] = useState<ReadonlyMap<string, RowAct>>(new Map());
  const cancelled = useRef(new AbortController());

  const mark = useCallback((ids: readonly string[], act: (id: string) => RowAct | undefined): void => {
    setActs((before) => {
      const next = new Map(before);
      for (const id of ids) {
        const found = act(id);
        if (found) next.set(id, found);
        else next.delete(id);
      }
      return next;
    });
  }, []);

  const run = useCallback(
    async <Item extends object, Result extends object>(
      document: TypedDocumentString<Result, BulkInput<never>>,
      rows: readonly RowToAct[],
      more: (row: RowToAct) => Item,
    ): Promise<readonly BulkItemResult[]> => {
      const ids = rows.map(({ id }) => id);
      const items = rows.map((row) => ({ id: row.id, key: newKey(), expectedVersion: row.version, ...more(row) }));
      mark(ids, () => ({ state: 'sending' }));
      const results = await sendBulk(
        document as TypedDocumentString<Result, object>,
        { district, items },
        {
          onWaiting: () => mark(ids, () => ({ state: 'waiting' })),
          signal: cancelled.current.signal,
        },
      );
      const byId = new Map(results.map((result) => [result.id, result]));
      mark(ids, (id) => {
        const result = byId.get(id);
        if (!result) return undefined;
        return result.problem === undefined ? { state: 'done' } : { state: 'failed', message: result.problem };
      });
      return results;
    },
    [district, mark],
  );

  /** Takes back what has not left yet. */
  const cancelWaiting = useCallback(() => {
    cancelled.current.abort();
    cancelled.current = new AbortController();
  }, []);

  return { acts, run, cancelWaiting, forget: (ids: readonly string[]) => mark(ids, () => undefined) };
}
