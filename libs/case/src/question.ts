import type { DataOf } from '@otklik/contracts/declare-event';
import type { ClosingGround, DecidedBy, QuestionState, Regime } from '@otklik/contracts/enumerations';
import type { DeadlineSetData, QuestionLeftUnanswered } from '@otklik/contracts/routing.events';
import { compact, type LocalDate } from '@otklik/kernel';
import { coExecutorSteps, type CoExecutorsOfQuestion } from './co-executor-parts.js';
import { bodiesSteps } from './question-bodies.js';
import { handoverSteps, withoutForwarding, type ForwardingPart } from './question-handover.js';
import { courseAnew, courseSteps, type CoursePart } from './question-course.js';
import { withoutAssignment } from './question-assignment.js';
import {
  codeOf,
  controlSteps,
  withoutCode,
  withPassingOn,
  withResolution,
  type ControlPart,
} from './question-control.js';
import type { RoutingFact, SaidOfQuestion as Fact } from './events.js';
import { questionStates } from './question-states.js';
import { byOf, stateAfter, whoOf, type DataOfFact, type Who } from './states-after.js';
import { evolveBy } from './steps.js';
import { told, type ToldPart } from './question-told.js';
import { ended, withDeadline } from './question-terms.js';
import { warningOf, withWarning, type WarningPart } from './term-warning.js';

/** What is published of a question. To those who read the events its texts are sealed. */
export interface PublishedQuestion extends CoursePart, ForwardingPart, ControlPart, CoExecutorsOfQuestion {
  readonly state: QuestionState;
  /** 1, 2, 3 … within the appeal. */
  readonly ordinal?: number;
  /** Sealed; absent where the question is the whole appeal. */
  readonly text?: string;
  readonly topic?: string;
  readonly department?: string;
  readonly reason?: RoutingReasonPart;
  readonly assigned?: AssignedPart;
  readonly executor?: string;
  /** The term of the answer. */
  readonly deadline?: DeadlineSetData;
  /** The latest of each rule, in the order in which the rules came. */
  readonly deadlines?: readonly DeadlineSetData[];
  readonly warnings?: readonly WarningPart[];
  /** By rule: the day on which what it obliges to was done, apart from the answer's. */
  readonly met?: Readonly<Record<string, LocalDate>>;
  readonly answeredOn?: LocalDate;
  /** The day on which it was first answered, a message by its interim answer; it stays where the question is considered again. */
  readonly firstAnsweredOn?: LocalDate;
  /** The instant of the dispatch, ISO 8601 UTC. */
  readonly answeredAt?: string;
  /** The notice whose proof came after the question was closed. */
  readonly provedLate?: string;
  /** Splits and merges that were not undone, the latest last. */
  readonly changes?: readonly ('SPLIT' | 'JOINED')[];
  /** How many of `changes` there were when its topic and department were chosen. */
  readonly routedAfter?: number;
  /** The question in which it is considered. */
  readonly mergedInto?: string;
  /** Codes of departments and organisations. */
  readonly complainedOf?: readonly string[];
  readonly unanswered?: DataOf<typeof QuestionLeftUnanswered>;
  /** The day of an end that is no answer. */
  readonly endedOn?: LocalDate;
  /** A signed answer was accepted and is being sent. */
  readonly answering?: boolean;
  readonly regime?: Regime;
  /** How often it is considered again. */
  readonly reopened?: number;
  readonly closedFor?: ClosingGround;
  /** Answers that were given at a reception in person. */
  readonly told?: readonly ToldPart[];
}

/** What a Question stream tells. */
export interface QuestionPart extends PublishedQuestion {
  readonly version: number;
}

/** By whom the executor was named, and when. */
export interface AssignedPart {
  readonly by?: string;
  readonly at: string;
  /** The inner day by which a draft is to be there. */
  readonly draftBy?: LocalDate;
  /** When the executor said that he has read it. */
  readonly acknowledgedAt?: string;
}

export interface RoutingReasonPart {
  readonly rule?: string;
  readonly ruleVersion?: number;
  readonly words: readonly string[];
  readonly by?: DecidedBy;
}

export const noQuestion: QuestionPart = { version: 0, state: 'OPEN' };

export function evolveQuestion(part: QuestionPart, fact: RoutingFact): QuestionPart {
  return { ...evolvePublished(part, fact, whoOf(fact)), version: fact.version };
}

/** The question after the event. Its owner and its readers fold the same; the owner knows who did it before it is published. */
export function evolvePublished(question: PublishedQuestion, fact: Fact, who: Who): PublishedQuestion {
  const after = changed(question, fact, who);
  return { ...after, ...assignedIn(fact, who), state: stateAfter(questionStates, fact) ?? question.state };
}

function assignedIn(fact: Fact, who: Who): Pick<PublishedQuestion, 'assigned'> {
  if (fact.type !== 'ExecutorAssigned') return {};
  return { assigned: { at: who.at, ...byOf(who), ...compact({ draftBy: fact.data.draftBy }) } };
}

const changed = evolveBy<Fact, PublishedQuestion>({
  ...courseSteps,
  ...handoverSteps,
  ...bodiesSteps,
  ...controlSteps,
  ...coExecutorSteps,
  QuestionOpened: (part, { ordinal, text, regime }) => ({ ...part, ordinal, regime, ...compact({ text }) }),
  QuestionRouted: routed,
  QuestionLeftToCoordinator: (part) => part,
  DeadlineSet: withDeadline,
  ExecutorAssigned: (part, data, who) => ({
    ...withPassingOn(withResolution(part, data, who), data, who),
    ...placeNamed(data),
  }),
  AssignmentTakenBack: withoutAssignment,
  // Without a department until the coordinator decides again; the topic stays as the last opinion.
  QuestionReturned: ({ executor: _executor, department: _department, reason: _reason, ...kept }) => kept,
  ComplainedOfNoted: (part, { of }) => ({ ...part, complainedOf: of }),
  AnswerAccepted: (part) => ({ ...part, answering: true }),
  AnswerRefused: (part) => part,
  AnswerReleased: withoutAnswer,
  AnswerProvedLate: (part, { notice }) => ({ ...part, provedLate: notice }),
  QuestionAnswered: answered,
  OralAnswerRecorded: told,
  QuestionClosed: (part, { into, ground: closedFor }) => ({
    ...withoutAnswer(part),
    closedFor,
    ...compact({ mergedInto: into }),
  }),
  QuestionLeftUnanswered: (part, unanswered) => ({ ...part, unanswered }),
  QuestionEnded: ended,
  QuestionReopened: reopened,
  QuestionSplit: (part, data) => withPart(part, data, [...(part.changes ?? []), 'SPLIT']),
  QuestionJoined: (part, data) => withPart(part, data, [...(part.changes ?? []), 'JOINED']),
  QuestionSplitUndone: (part, data) => withPart(part, data, (part.changes ?? []).slice(0, -1)),
  QuestionJoinUndone: (part, data) => withPart(part, data, (part.changes ?? []).slice(0, -1)),
  QuestionRestored: restored,
  DeadlineNear: warned,
  DeadlineMissed: warned,
});

function placeNamed({ executor, department }: DataOfFact<Fact, 'ExecutorAssigned'>) {
  return { executor, department };
}

function warned(
  part: PublishedQuestion,
  data: DataOfFact<Fact, 'DeadlineNear' | 'DeadlineMissed'>,
  { at }: Who,
): PublishedQuestion {
  return { ...part, warnings: withWarning(part.warnings, warningOf(data, at)) };
}

/** The question's own text goes and comes with splits and merges. */
function withPart(
  { text: _text, ...kept }: PublishedQuestion,
  { text }: { readonly text?: string },
  changes: NonNullable<PublishedQuestion['changes']>,
): PublishedQuestion {
  return { ...kept, ...compact({ text }), changes };
}

function answered(
  { mergedInto: _into, ...part }: PublishedQuestion,
  { answeredOn, answeredAt }: Extract<Fact, { type: 'QuestionAnswered' }>['data'],
): PublishedQuestion {
  const { firstAnsweredOn = answeredOn } = part;
  return { ...withoutAnswer(part), answeredOn, firstAnsweredOn, ...compact({ answeredAt }) };
}

function withoutAnswer({ answering: _answering, ...kept }: PublishedQuestion): PublishedQuestion {
  return kept;
}

function restored(
  part: PublishedQuestion,
  data: Extract<Fact, { type: 'QuestionRestored' }>['data'],
): PublishedQuestion {
  const { mergedInto: _into, department: _department, executor: _executor, ...kept } = withoutForwarding(part);
  const { department, executor } = data;
  if (department === undefined) return kept;
  return { ...kept, department, ...compact({ executor }) };
}

function routed(part: PublishedQuestion, data: Extract<Fact, { type: 'QuestionRouted' }>['data']): PublishedQuestion {
  const { executor: _executor, ...kept } = withoutCode(part);
  const { topic, department, rule, ruleVersion, words, by } = data;
  const reason = { words, by, ...compact({ rule, ruleVersion }) };
  return { ...kept, topic, department, ...codeOf(data), reason, routedAfter: part.changes?.length ?? 0 };
}

/** Its topic and department were chosen by a text from which parts were split off since. */
export function isRoutedByWholeText({ state, topic, changes = [], routedAfter = 0 }: PublishedQuestion): boolean {
  const isOpen = state === 'ROUTED' || state === 'IN_WORK' || state === 'RETURNED';
  return isOpen && topic !== undefined && changes.slice(routedAfter).at(-1) === 'SPLIT';
}

/** What comes back is to be read again. */
function unread(assigned: AssignedPart | undefined): AssignedPart | undefined {
  if (!assigned) return undefined;
  const { acknowledgedAt: _acknowledgedAt, draftBy: _draftBy, ...kept } = assigned;
  return kept;
}

/** Where it goes back to; another department may have it by then only through a later fact. */
function reopened(
  part: PublishedQuestion,
  data: Extract<Fact, { type: 'QuestionReopened' }>['data'],
): PublishedQuestion {
  const {
    answeredOn: _answeredOn,
    answeredAt: _answeredAt,
    endedOn: _endedOn,
    met: _met,
    promise: _promise,
    executor: _executor,
    department: _department,
    assigned,
    ...kept
  } = withoutForwarding(courseAnew(part));
  const { department, executor, times } = data;
  const where = compact({ department, executor, assigned: unread(assigned) });
  return { ...kept, ...where, reopened: times };
}
