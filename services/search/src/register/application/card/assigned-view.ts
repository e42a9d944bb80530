import type { QuestionRow } from '@otklik/contracts/generated/graphql';
import { officialOf } from '../list/directory-names.js';
import type { ListedQuestion } from '../list/listed-row.js';
import type { DistrictView } from './row-view.js';

interface Assigned {
  readonly executor: string | undefined;
  readonly assigned: Partial<NonNullable<ListedQuestion['assigned']>> | undefined;
}

/** Who named the executor last, when, and when the executor has read it. */
export function assignedView(
  { executor, assigned: { by, at, acknowledgedAt, draftBy } = {} }: Assigned,
  { directory, district }: DistrictView,
): Pick<QuestionRow, 'assignedBy' | 'assignedAt' | 'draftBy' | 'acknowledgedAt'> {
  return {
    assignedBy: officialOf(directory, district, by) ?? null,
    assignedAt: at ?? null,
    draftBy: (executor !== undefined && draftBy) || null,
    acknowledgedAt: (executor !== undefined && acknowledgedAt) || null,
  };
}
