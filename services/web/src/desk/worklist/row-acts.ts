import { useCallback, useEffect, useMemo, useState } from 'react';
import { useCommands } from '../../frame/use-outbox.js';
import { newKey } from '../../frame/new-key.js';
import { isFinished, type Command, type CommandEnd } from '../../frame/outbox.js';
import type { Act } from '../../acts/act.js';
import { UNDO_MS } from '../../acts/undo-time.js';
import { t } from '../../words/words.js';

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
  readonly result: { readonly __typename?: string; readonly message?: string; readonly version?: number };
}

type ManyAct = Pick<Act<never>, 'many'>;

/** Acts on many rows that one press takes back for some seconds. */
interface ManyUndoable {
  /** With the version after the act. */
  readonly rows: readonly RowToAct[];
  readonly by: ManyAct;
}

interface Saying<Row> {
  /** What is said of each that was accepted. */
  readonly done?: string | undefined;
  /** What takes it back, and of which rows. */
  readonly undo?: { readonly by: ManyAct; readonly of: (row: Row) => boolean };
}

const LIST = 'worklist';
const MAX_BULK_ITEMS = 100;

/** Acts on many rows: each has its own key, version and result; one never stops the others. */
export function useRowActs(district: string) {
  const { all, put, cancel, forget } = useCommands(LIST);
  const acts = useMemo(() => rowActsOf(all), [all]);
  const [last, setLast] = useState<ManyUndoable>();
  useEffect(() => {
    if (!last) return undefined;
    const timer = setTimeout(() => setLast(undefined), UNDO_MS);
    return () => clearTimeout(timer);
  }, [last]);

  /** True when every row was accepted. */
  const run = useCallback(
    async <Row extends RowToAct, Fields extends object>(
      { many: document }: ManyAct,
      rows: readonly Row[],
      more: (row: Row) => Fields,
      { done = '', undo }: Saying<Row> = {},
    ): Promise<boolean> => {
      if (!document) return false;
      setLast(undefined);
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
      if (undo) setLast(undoableOf(undo.by, rows.filter(undo.of), ends));
      return ends.every((end) => end.is === 'DONE' && answersOf(end.data).every(({ result }) => !isRefused(result)));
    },
    [district, put],
  );

  /** Takes back what has not left yet. */
  const cancelWaiting = (): void => all.forEach(({ key }) => cancel(key));
  /** The results of what has ended. */
  const hide = (): void => all.filter(isFinished).forEach(({ key }) => forget(key));
  /** What was begun meanwhile stays, and says so as every act that was refused. */
  const undo = (): void => {
    if (last) void run(last.by, last.rows, () => ({}), { done: t('worklist.doneTakenBack') });
  };
  return { acts, run, undo, undoable: last?.rows.length ?? 0, cancelWaiting, hide };
}

/** Those that were accepted; undefined: none. */
export function undoableOf(
  by: ManyAct,
  rows: readonly RowToAct[],
  ends: readonly CommandEnd[],
): ManyUndoable | undefined {
  const answers = ends.flatMap((end) => (end.is === 'DONE' ? answersOf(end.data) : []));
  const done = rows.flatMap(({ id }): readonly RowToAct[] => {
    const version = answers.find((answer) => answer.id === id)?.result.version;
    return version === undefined ? [] : [{ id, version }];
  });
  return done.length === 0 ? undefined : { rows: done, by };
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
