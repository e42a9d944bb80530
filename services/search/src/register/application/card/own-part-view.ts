import type { Acting } from '@otklik/case/action-facts';
import { isOwnPart } from '@otklik/case/question-conditions';
import type { OwnPart } from '@otklik/contracts/generated/graphql';
import type { ListedPart } from '../list/co-executors.js';

/** The viewer's part, or that of one in whose stead he acts, before those of his departments; one that waits for him first. */
export function ownPartView(parts: readonly ListedPart[], acting: Acting): OwnPart | null {
  const own = [acting, ...(acting.substituting ?? [])].flatMap((one) => partsOf(parts, one));
  const shown = own.find(({ doneAt }) => doneAt === undefined) ?? own[0];
  return shown ? { until: shown.until ?? null, doneAt: shown.doneAt ?? null } : null;
}

/** His own first. */
function partsOf(parts: readonly ListedPart[], acting: Acting): readonly ListedPart[] {
  const own = parts.filter((part) => isOwnPart(part, acting, acting.mayActIn('FINISH_PART')));
  return [
    ...own.filter(({ official }) => official !== undefined),
    ...own.filter(({ official }) => official === undefined),
  ];
}
