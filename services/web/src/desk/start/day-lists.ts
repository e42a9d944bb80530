import { firstList, type WorklistCode } from '../../frame/worklists.js';

type Counts = Partial<Record<WorklistCode, { readonly total: number }>>;

/** What a day is made of, the most urgent first. Lists that only watch, or that hold everything, are no work of today. */
const today = [
  ...(['OVERDUE', 'DUE_TODAY', 'SENT_BACK', 'MINE', 'ARRIVALS_ESCALATED', 'TO_MODERATE', 'TO_REGISTER'] as const),
  ...(['TO_APPROVE', 'TO_SIGN', 'UNASSIGNED', 'RETURNED', 'BODIES_REFUSED', 'EXTENSION_ASKED'] as const),
  ...(['REOPENING_REQUESTED', 'SUPPLEMENTED', 'TO_CALL', 'TO_POST', 'TO_POS', 'INFORMATION_OVERDUE'] as const),
  ...(['STRIKE_PROPOSED', 'TO_PUBLISH', 'CO_EXECUTED'] as const),
] as const satisfies readonly WorklistCode[];

export type DayList = (typeof today)[number];

const MAX_LISTS = 5;

/**
 * The lists of the first screen, none of them empty: what waits for the official's own act is the first. Of an executor's own questions
 * those that are late, due today or sent back come before the others.
 */
export function dayLists(counts: Counts): readonly DayList[] {
  const list = firstList(counts);
  const own = list === 'MINE' ? undefined : list;
  const filled = today.filter((code) => (counts[code]?.total ?? 0) > 0);
  const first = filled.filter((code) => code === own);
  return [...first, ...filled.filter((code) => code !== own)].slice(0, MAX_LISTS);
}

/** A row of several lists of the day is in the most urgent of them alone, with what else it is there for. */
export function placedOnce<Row extends { readonly id: string }>(
  loaded: ReadonlyMap<WorklistCode, readonly Row[]>,
): ReadonlyMap<WorklistCode, readonly (Row & { readonly also: readonly WorklistCode[] })[]> {
  const codes = today.filter((code) => loaded.has(code));
  const holding = (id: string) => codes.filter((code) => loaded.get(code)!.some((row) => row.id === id));
  const rowsOf = (code: WorklistCode) =>
    loaded.get(code)!.flatMap((row) => {
      const [home, ...also] = holding(row.id);
      return home === code ? [{ ...row, also }] : [];
    });
  return new Map(codes.map((code) => [code, rowsOf(code)]));
}
