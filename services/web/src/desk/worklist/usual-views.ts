import type { Role } from '../../generated/enumerations.js';
import type { ListCode } from '../../frame/worklists.js';
import type { WordId } from '../../words/words.js';

/** A view that a role has from the beginning. */
interface UsualView {
  readonly name: WordId;
  readonly query: string;
  readonly lists: readonly ListCode[];
  readonly roles: readonly Role[];
}

const leaders = ['COORDINATOR', 'CONTROLLER', 'HEAD'] as const satisfies readonly Role[];
const wide = ['IN_WORK', 'DEPARTMENT'] as const satisfies readonly ListCode[];

const usualViews: readonly UsualView[] = [
  { name: 'worklist.due_today', query: 'due=today', lists: [...wide, 'MINE'], roles: [...leaders, 'EXECUTOR'] },
  { name: 'worklist.due_late', query: 'due=late', lists: [...wide, 'MINE'], roles: [...leaders, 'EXECUTOR'] },
  { name: 'worklist.acknowledged_no', query: 'read=no', lists: ['MINE'], roles: ['EXECUTOR'] },
  { name: 'worklist.viewSocial', query: 'from=NETWORK', lists: ['IN_WORK'], roles: ['COORDINATOR'] },
  { name: 'worklist.controlled_yes', query: 'control=yes', lists: wide, roles: ['CONTROLLER', 'HEAD'] },
];

export function usualViewsOf(list: ListCode, roles: readonly Role[]): readonly UsualView[] {
  return usualViews.filter((one) => one.lists.includes(list) && one.roles.some((role) => roles.includes(role)));
}
