import { useCallback, useMemo } from 'react';
import { useCommands } from '../../frame/use-outbox.js';
import { newKey } from '../../frame/new-key.js';
import { isFinished, type Command } from '../../frame/outbox.js';
import type { Act } from '../../acts/act.js';

/** What became of the act on a row; shown on the row itself, one for each. */
export interface RowAct {
  readonly state: 'sending' | 'waiting' | 'done' | 'failed';
  readonly message?: string;
}

export interface RowToAct {
  readonly id: string;
  readonly version: number;
}

/** One item's end of a mutation of many. */
interface BulkAnswer {
  readonly id: string;
  readonly result: { readonly __typename?: string; readonly message?: string };
}

const LIST = 'worklist';
const MAX_BULK_ITEMS = 100;

/** Acts on many rows: each has its own key, version and result; one never stops the others. */
export function useRowActs(district: string) {
  const { all, put, cancel, forget } = useCommands(LIST);
  const acts = useMemo(() => rowActsOf(all), [all]);

  /** True when every row was accepted. `done`: what is said of each that was. */
  const run = useCallback(
    async <Fields extends object>(
      { many: document }: Pick<Act<never>, 'many'>,
      rows: readonly RowToAct[],
      more: (row: RowToAct) => Fields,
      done = '',
    ): Promise<boolean> => {
      if (!document) return false;
      const items = rows.map((row) => ({ id: row.id, key: newKey(), expectedVersion: row.version, ...more(row) }));
      const parts = Array.from({ length: Math.ceil(items.length / MAX_BULK_ITEMS) }, (_, at) =>
        items.slice(at * MAX_BULK_ITEMS, (at + 1) * MAX_BULK_ITEMS),
      );
      const ends = await Promise.all(
        parts.map((part) =>
          put({
            item: part[0]!.id,
            label: globalThis.document.title,
            done,
            document,
            variables: () => ({ input: { district, items: part } }),
          }),
        ),
      );
      return ends.every((end) => end.is === 'DONE' && answersOf(end.data).every(({ result }) => !isRefused(result)));
    },
    [district, put],
  );

  /** Takes back what has not left yet. */
  const cancelWaiting = (): void => all.forEach(({ key }) => cancel(key));
  /** The results of what has ended. */
  const hide = (): void => all.filter(isFinished).forEach(({ key }) => forget(key));
  return { acts, run, cancelWaiting, hide };
}

/** By row; a later act on a row hides the earlier one. */
function rowActsOf(commands: readonly Command[]): ReadonlyMap<string, RowAct> {
  return new Map(commands.flatMap((one) => idsOf(one).map((id) => [id, rowActOf(one, id)] as const)));
}

function idsOf({ variables }: Command): readonly string[] {
  const { items } = variables['input'] as { readonly items: readonly { readonly id: string }[] };
  return items.map(({ id }) => id);
}

function rowActOf({ state, done }: Command, id: string): RowAct {
  if (state.is === 'FAILED') return { state: 'failed', message: state.message };
  if (state.is === 'WAITING') return { state: state.offline ? 'waiting' : 'sending' };
  if (state.is === 'SENDING') return { state: 'sending' };
  const result = answersOf(state.data).find((answer) => answer.id === id)?.result;
  return isRefused(result) ? { state: 'failed', message: result?.message ?? '' } : { state: 'done', message: done };
}

const answersOf = (data: object) => data as readonly BulkAnswer[];
const isRefused = (result: BulkAnswer['result'] | undefined): boolean => result?.__typename === 'Refusal';
