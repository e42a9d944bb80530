import { QuestionState, type WorklistCode } from '@otklik/contracts/enumerations';
import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import { BadInput, canonicalJson, Forbidden } from '@otklik/host';
import type { LocalDate } from '@otklik/kernel';
import type { Actor, District } from '@otklik/tenancy';
import { createHash } from 'node:crypto';
import type { FilterFields, RegisterFilter } from '../../application/register/register-filter.js';
import { typedNumber } from '../../application/register/typed-number.js';
import { worklistOf } from '../../application/register/worklists.js';

const MAX_VALUES = 100;

/** Who asks, for which districts, and what day it is in a zone. */
export interface FilterContext {
  readonly actor: Actor;
  readonly districts: readonly District[];
  readonly today: (zone: string) => LocalDate;
}

/**
 * The filter as the register takes it: what is null is left out, what depends on the viewer and on today is put in its
 * place. Throws `BadInput` with the field's path, and `Forbidden` for a worklist that the viewer's roles do not open.
 */
export function givenFilter(given: AppealFilter | null | undefined, context: FilterContext): RegisterFilter {
  const { districts } = context;
  const kept = Object.entries(given ?? {}).filter(([, value]) => value !== null && value !== undefined);
  for (const [name, value] of kept) {
    if (Array.isArray(value) && value.length > MAX_VALUES)
      throw new BadInput('TOO_MANY_ITEMS', `filter.${name}`, { max: MAX_VALUES });
  }
  const today = Object.fromEntries(districts.map(({ id, zone }) => [id, context.today(zone)]));
  const { worklist, number, mine, unassigned, words: _found, ...fields } = Object.fromEntries(kept) as AppealFilter;
  const and = derived({ worklist, number, mine, unassigned }, context);
  return { ...(fields as FilterFields), ...(and.length > 0 ? { and } : {}), today };
}

/** What the fields that depend on viewer and day stand for. */
function derived(
  { worklist, number, mine, unassigned }: Pick<AppealFilter, 'worklist' | 'number' | 'mine' | 'unassigned'>,
  context: FilterContext,
): readonly FilterFields[] {
  return [
    ...(worklist ? [worklistFields(worklist, context)] : []),
    ...(typeof number === 'string' ? [typedNumber(number, context.districts, context.today)] : []),
    ...(mine === true ? [mineFields(context)] : []),
    ...(typeof unassigned === 'boolean' ? [{ questionStates: unassigned ? withoutExecutor : otherStates }] : []),
  ];
}

const withoutExecutor: readonly QuestionState[] = ['OPEN', 'ROUTED', 'RETURNED'];
const otherStates = QuestionState.values.filter((state) => !withoutExecutor.includes(state));

/** `TO_CALL` lists notices and is no filter of appeals; a worklist is of one district. */
function worklistFields(code: WorklistCode, { actor, districts, today }: FilterContext): FilterFields {
  const [district, ...others] = districts;
  if (!district || others.length > 0 || code === 'TO_CALL')
    throw new BadInput(
      'BAD_INPUT',
      'filter.worklist',
      {},
      'A worklist is of one district, and TO_CALL is the list of oralNotices.',
    );
  const worklist = worklistOf(code, actor, district, today(district.zone));
  if (!worklist) throw new Forbidden('filter.worklist');
  return worklist.filter;
}

function mineFields({ actor }: FilterContext): FilterFields {
  return actor.kind === 'official' ? { executor: actor.id } : { questionStates: [] };
}

/** Names a list by all that defines it, so that a cursor of another list is told from its own. */
export function listName(operation: string, ...defined: readonly unknown[]): string {
  return `${operation}/${createHash('sha256').update(canonicalJson(defined)).digest('base64url')}`;
}
