import type { Acting } from '@otklik/case/action-facts';
import { isOf } from '@otklik/case/response-conditions';
import type { OwnPart } from '@otklik/contracts/generated/graphql';
import type { ListedPart } from '../list/co-executors.js';

/** The viewer's part, or that of one in whose stead he acts, before those of his departments; one that waits for him first. */
export function ownPartView(parts: readonly ListedPart[], acting: Acting): OwnPart | null {
  const own = [acting, ...(acting.substituting ?? [])].flatMap((one) => partsOf(parts, one));
  const shown = own.find(({ doneAt }) => doneAt === undefined) ?? own[0];
  return shown ? { until: shown.until ?? null, doneAt: shown.doneAt ?? null } : null;
}

/** Who acts in the whole district is of no department. */
function partsOf(parts: readonly ListedPart[], acting: Acting): readonly ListedPart[] {
  const departments = acting.mayActIn('FINISH_PART') ?? [];
  const isOfDepartment = ({ department }: ListedPart): boolean =>
    department !== undefined && departments !== 'ALL' && departments.includes(department);
  return [...parts.filter(({ official }) => isOf(acting, official)), ...parts.filter(isOfDepartment)];
}
