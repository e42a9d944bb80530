import type { QuestionRow } from '@otklik/contracts/generated/graphql';
import { officialOf } from '../list/directory-names.js';
import type { ListedQuestion } from '../list/listed-row.js';
import type { DistrictView } from './row-view.js';

/** Who named the executor last, and when. */
export function assignedView(
  { by, at }: Partial<NonNullable<ListedQuestion['assigned']>> = {},
  { directory, district }: DistrictView,
): Pick<QuestionRow, 'assignedBy' | 'assignedAt'> {
  return { assignedBy: officialOf(directory, district, by) ?? null, assignedAt: at ?? null };
}
