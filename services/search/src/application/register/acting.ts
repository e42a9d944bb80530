import {
  appealActions,
  noticeActions,
  questionActions,
  responseActions,
  type Acting,
} from '@otklik/contracts/allowed-actions';
import { Action } from '@otklik/contracts/enumerations';
import {
  departmentsOf,
  permissionMatrix,
  type Actor,
  type Departments,
  type District,
  type OfficialRole,
} from '@otklik/tenancy';
import type { AppealFold } from './appeal-fold.js';
import { appealFacts } from './appeal-state.js';
import { noQuestion, type QuestionPart } from './question-part.js';
import type { RegisterRow } from './register-row.js';

const matrix = permissionMatrix();

/** `TAKE_UP_MESSAGE` → the roles of `Mutation.takeUpMessage`. */
function rolesOf(action: Action): readonly OfficialRole[] {
  const name = action.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const roles = matrix.get(`Mutation.${name}`);
  if (!roles) throw new TypeError(`No mutation is called ${name}`);
  return roles.filter((role): role is OfficialRole => role !== 'ANYONE' && role !== 'RESIDENT');
}

/** The actor's rights to act in the district; nobody but officials has any. */
export function actingIn(actor: Actor, district: District): Acting {
  if (actor.kind !== 'official') return { official: '', mayActIn: () => undefined };
  const known = new Map<Action, Departments | undefined>();
  const mayActIn = (action: Action): Departments | undefined => {
    if (!known.has(action)) known.set(action, permitted(actor.assignments, district, rolesOf(action)));
    return known.get(action);
  };
  return { official: actor.id, mayActIn };
}

function permitted(
  assignments: Parameters<typeof departmentsOf>[0],
  district: District,
  roles: readonly OfficialRole[],
): Departments | undefined {
  const isPermitted = assignments.some((held) => held.district === district.id && roles.includes(held.role));
  return isPermitted ? departmentsOf(assignments, district, roles) : undefined;
}

/** Everything that the official may do with the appeal, its questions, responses and notices now. */
export function actionsOn(fold: AppealFold, acting: Acting): AppealActions {
  const { appeal, questions, responses, notices } = fold;
  return {
    appeal: appeal.received ? appealActions(appealFacts(appeal.received, appeal), acting) : [],
    questions: byId(questions, (part) => questionActions(part, acting)),
    responses: byId(responses, ({ question, state, draft }) => {
      const { department, executor } = questions[question] ?? noQuestion;
      return responseActions({ stage: state, drafter: draft?.by, department, executor }, acting);
    }),
    notices: byId(notices, (part) => noticeActions(part, acting)),
  };
}

/** Acts for which the applicant must be identified, reached or addressed. */
const needsContact: ReadonlySet<Action> = new Set<Action>(
  Action.values.filter((action) => action !== 'ADD_NOTE' && action !== 'MARK_AS_SPAM'),
);

/**
 * Whether the official has an act at hand on this appeal for which name or contact are needed (152-FZ art. 5: no more data
 * than the purpose asks for). An applicant who asks for another consideration is spoken to by the departments that answered.
 */
export function mayOpenContacts({ fold, state }: Pick<RegisterRow, 'fold' | 'state'>, acting: Acting): boolean {
  const { appeal, questions, responses, notices } = actionsOn(fold, acting);
  const actions = [appeal, ...[questions, responses, notices].flatMap((parts) => Object.values(parts))].flat();
  if (actions.some((action) => needsContact.has(action))) return true;
  return state === 'REOPEN_REQUESTED' && Object.values(fold.questions).some((part) => isOfDepartment(part, acting));
}

function isOfDepartment({ department }: QuestionPart, { mayActIn }: Acting): boolean {
  const departments = mayActIn('RETURN_QUESTION');
  return department !== undefined && (departments === 'ALL' || (departments?.includes(department) ?? false));
}

type ActionsById = Readonly<Record<string, readonly Action[]>>;

export interface AppealActions {
  readonly appeal: readonly Action[];
  readonly questions: ActionsById;
  readonly responses: ActionsById;
  readonly notices: ActionsById;
}

function byId<Part>(parts: Readonly<Record<string, Part>>, actions: (part: Part) => readonly Action[]): ActionsById {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, actions(part)]));
}
