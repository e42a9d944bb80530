import { anyLevelPattern } from '@otklik/contracts/classifier-patterns';
import { QuestionState, type WorklistCode } from '@otklik/contracts/enumerations';
import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import { BadInput, canonicalJson, Forbidden } from '@otklik/host';
import type { LocalDate } from '@otklik/kernel';
import type { Actor, District } from '@otklik/tenancy';
import { createHash } from 'node:crypto';
import type { FilterFields, RegisterFilter } from '../../application/list/register-filter.js';
import { typedNumber } from '../../application/list/typed-number.js';
import { coExecutorKeys, givenTo, worklistOf } from '../../application/list/worklists.js';

const MAX_VALUES = 100;

/** Who asks, for which districts, and what a zone's clock shows. */
export interface FilterContext {
  readonly actor: Actor;
  readonly districts: readonly District[];
  /** The clock of a zone, as `localMoment`. */
  readonly now: (zone: string) => string;
}

/**
 * The filter as the register takes it: what is null is left out, what depends on the viewer and on today is put in its
 * place. Throws `BadInput` with the field's path, and `Forbidden` for a worklist that the viewer's roles do not open.
 */
export function givenFilter(given: AppealFilter | null | undefined, context: FilterContext): RegisterFilter {
  const { districts } = context;
  const kept = Object.entries(given ?? {}).filter(
    ([name, value]) => value !== null && value !== undefined && !(value === false && marks.has(name)),
  );
  for (const [name, value] of kept) {
    if (Array.isArray(value) && value.length > MAX_VALUES)
      throw new BadInput('TOO_MANY_ITEMS', `filter.${name}`, { max: MAX_VALUES });
  }
  const now = Object.fromEntries(districts.map(({ id, zone }) => [id, context.now(zone)]));
  const {
    worklist,
    number,
    mine,
    unassigned,
    classifier,
    coExecuted,
    words: _found,
    ...fields
  } = Object.fromEntries(kept) as AppealFilter;
  const and = derived({ worklist, number, mine, unassigned, classifier, coExecuted }, context);
  return { ...(fields as FilterFields), ...(and.length > 0 && { and }), now };
}

/** Where the words have an argument of their own, the filter's would be left out silently. */
export function refuseWords(filter: AppealFilter | null | undefined): void {
  if (filter?.words) throw new BadInput('BAD_INPUT', 'filter.words', {}, 'The words stand in "query".');
}

type Derived = Pick<AppealFilter, 'worklist' | 'number' | 'mine' | 'unassigned' | 'classifier' | 'coExecuted'>;

/** What the fields that depend on viewer and day stand for. */
function derived(
  { worklist, number, mine, unassigned, classifier, coExecuted }: Derived,
  context: FilterContext,
): readonly FilterFields[] {
  return [
    ...(worklist ? [worklistFields(worklist, context)] : []),
    ...(typeof number === 'string' ? [typedNumber(number, context.districts, (zone) => dayOf(context.now(zone)))] : []),
    ...(mine === true ? [mineFields(context)] : []),
    ...(coExecuted === true ? [coExecutedFields(context)] : []),
    ...(typeof classifier === 'string' ? [beginningWith(classifier)] : []),
    ...(typeof unassigned === 'boolean' ? [{ questionStates: unassigned ? withoutExecutor : otherStates }] : []),
  ];
}

/** Of these, false is as good as absent. */
const marks: ReadonlySet<string> = new Set<keyof AppealFilter>(['escalated', 'reminded', 'urgent']);

const withoutExecutor: readonly QuestionState[] = ['OPEN', 'ROUTED', 'RETURNED'];
const otherStates = QuestionState.values.filter((state) => !withoutExecutor.includes(state));

/** Lists of notices are no filter of appeals; a worklist is of one district. */
function worklistFields(code: WorklistCode, { actor, districts, now }: FilterContext): FilterFields {
  const [district, ...others] = districts;
  if (!district || others.length > 0 || code === 'TO_CALL' || code === 'TO_POST' || code === 'TO_POS')
    throw new BadInput(
      'BAD_INPUT',
      'filter.worklist',
      {},
      'A worklist is of one district; TO_CALL is the list of oralNotices, TO_POST that of paperNotices, TO_POS that of posNotices.',
    );
  const worklist = worklistOf(code, actor, district, dayOf(now(district.zone)));
  if (!worklist) throw new Forbidden('filter.worklist');
  return worklist.filter;
}

function mineFields({ actor, districts }: FilterContext): FilterFields {
  return givenTo(actor, ...districts);
}

function coExecutedFields({ actor, districts }: FilterContext): FilterFields {
  return { coExecutors: [...new Set(districts.flatMap((district) => coExecutorKeys(actor, district)))] };
}

const beginning = new RegExp(anyLevelPattern, 'u');
const LAST = '.9999'.repeat(4);

/** Parts are of one length: the codes that begin so are those between two bounds. */
function beginningWith(classifier: string): FilterFields {
  if (!beginning.test(classifier))
    throw new BadInput('BAD_INPUT', 'filter.classifier', {}, 'Whole parts of four digits, with dots between them.');
  return { classifierFrom: classifier, classifierTo: `${classifier}${LAST}` };
}

/** The date of a clock. */
function dayOf(moment: string): LocalDate {
  return moment.slice(0, 10);
}

/** Names a list by all that defines it, so that a cursor of another list is recognised. */
export function listName(operation: string, ...defined: readonly unknown[]): string {
  return `${operation}/${createHash('sha256').update(canonicalJson(defined)).digest('base64url')}`;
}
