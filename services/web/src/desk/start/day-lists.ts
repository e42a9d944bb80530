import { firstList, type WorklistCode } from '../../frame/worklists.js';

type Counts = Partial<Record<WorklistCode, { readonly total: number }>>;

/** What a day is made of, the most urgent first. Lists that only watch, or that hold everything, are no work of today. */
const today = [
  ...(['OVERDUE', 'DUE_TODAY', 'SENT_BACK', 'ARRIVALS_ESCALATED', 'TO_MODERATE', 'TO_REGISTER'] as const),
  ...(['TO_APPROVE', 'TO_SIGN', 'UNASSIGNED', 'RETURNED', 'BODIES_REFUSED', 'EXTENSION_ASKED'] as const),
  ...(['REOPENING_REQUESTED', 'SUPPLEMENTED', 'TO_CALL', 'TO_POST', 'INFORMATION_OVERDUE'] as const),
  ...(['STRIKE_PROPOSED', 'MINE', 'CO_EXECUTED'] as const),
] as const satisfies readonly WorklistCode[];

const MAX_LISTS = 5;

/** The lists of the first screen, none of them empty: what waits for the official's own act is the first. */
export function dayLists(counts: Counts): readonly WorklistCode[] {
  const own = firstList(counts);
  const filled = today.filter((code) => (counts[code]?.total ?? 0) > 0);
  const first = filled.filter((code) => code === own);
  return [...first, ...filled.filter((code) => code !== own)].slice(0, MAX_LISTS);
}
