import { actingNever, actionsOn } from '@otklik/case/case-actions';
import type { Acting } from '@otklik/case/action-facts';
import type { QuestionPart } from '@otklik/case/question';
import type { Action } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import {
  byHolder,
  capacities,
  departmentsOf,
  permissionMatrix,
  type Actor,
  type Departments,
  type District,
  type OfficialRole,
  type RoleAssignment,
} from '@otklik/tenancy';
import type { RegisterRow } from '../list/register-row.js';

const matrix = permissionMatrix();

/** `TAKE_UP_MESSAGE` → the roles of `Mutation.takeUpMessage`. */
function rolesOf(action: Action): readonly OfficialRole[] {
  const name = action.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const roles = matrix.get(`Mutation.${name}`);
  if (!roles) throw new TypeError(`No mutation is called ${name}`);
  return roles.filter((role): role is OfficialRole => role !== 'ANYONE' && role !== 'RESIDENT');
}

/** The actor's rights to act in the district; only officials have any. */
export function actingIn(actor: Actor, district: District, today: LocalDate): Acting {
  if (actor.kind !== 'official') return actingNever;
  const { own, absent } = byHolder(actor.assignments);
  // By the role that permits it, as the owner sees it: a registrar corrects a registration on its day alone.
  const correcting = capacities(actor, rolesOf('CORRECT_REGISTRATION'), district.id);
  const acting = (held: readonly RoleAssignment[], onBehalfOf?: string): Acting => {
    const isBound = correcting.some((one) => one.onBehalfOf === onBehalfOf && one.role === 'REGISTRAR');
    return { ...actingWith(actor.id, held, district), ...(isBound && { correctsOn: today }) };
  };
  const substituting = absent.map(([onBehalfOf, held]) => ({ ...acting(held, onBehalfOf), onBehalfOf }));
  return { ...acting(own), ...(substituting.length !== 0 && { substituting }) };
}

function actingWith(official: string, assignments: readonly RoleAssignment[], district: District): Acting {
  const known = new Map<Action, Departments | undefined>();
  const mayActIn = (action: Action): Departments | undefined => {
    if (!known.has(action)) known.set(action, permitted(assignments, district, rolesOf(action)));
    return known.get(action);
  };
  return { official, mayActIn };
}

function permitted(
  assignments: readonly RoleAssignment[],
  district: District,
  roles: readonly OfficialRole[],
): Departments | undefined {
  const isPermitted = assignments.some((held) => held.district === district.id && roles.includes(held.role));
  return isPermitted ? departmentsOf(assignments, district, roles) : undefined;
}

/** Acts for which the applicant must be identified, reached or addressed; no other act opens name and contact. */
const needsContact: ReadonlySet<Action> = new Set<Action>([
  ...(['TAKE_UP_MESSAGE', 'REGISTER_APPEAL', 'TURN_INTO_APPEAL', 'MARK_AS_DUPLICATE', 'TAKE_BACK_DECISION'] as const),
  ...(['ROUTE_QUESTION', 'ASSIGN_EXECUTOR', 'RETURN_QUESTION', 'RECORD_RECEPTION_ANSWER'] as const),
  ...(['GIVE_INTERIM_ANSWER', 'DRAFT_RESPONSE', 'APPROVE_RESPONSE', 'SIGN_RESPONSE', 'SEND_BACK_RESPONSE'] as const),
  ...(['RECORD_ORAL_NOTICE', 'RECORD_CALL_ATTEMPT', 'RECORD_POSTING', 'RECORD_IN_POS'] as const),
  ...(['SETTLE_UNKNOWN_NOTICE', 'RELEASE_NOTICE', 'RECORD_PLACED_NOTICE'] as const),
]);

/**
 * Whether the official has an act at hand on this appeal for which name or contact are needed (152-FZ art. 5: no more data
 * than the purpose asks for). An applicant who asks for another consideration is spoken to by the departments that answered.
 */
export function mayOpenContacts({ fold, state }: Pick<RegisterRow, 'fold' | 'state'>, acting: Acting): boolean {
  const { appeal, questions, responses, notices: known } = actionsOn(fold, acting);
  // The record of a letter that left before a withdrawal needs neither name nor address.
  const notices = Object.fromEntries(Object.entries(known).filter(([id]) => fold.notices[id]?.state === 'PENDING'));
  const actions = [appeal, ...[questions, responses, notices].flatMap((parts) => Object.values(parts))].flat();
  if (actions.some((action) => needsContact.has(action))) return true;
  return state === 'REOPEN_REQUESTED' && Object.values(fold.questions).some((part) => isOfDepartment(part, acting));
}

function isOfDepartment({ department }: QuestionPart, acting: Acting): boolean {
  return [acting, ...(acting.substituting ?? [])].some(({ mayActIn }) => {
    const departments = mayActIn('RETURN_QUESTION');
    return department !== undefined && (departments === 'ALL' || (departments?.includes(department) ?? false));
  });
}
