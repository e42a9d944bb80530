import type { PublicEvent } from '@otklik/contracts/envelope';
import { eventTypeCode } from '@otklik/contracts/event-type';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import { residentStep, type TextLanguage } from '@otklik/contracts/texts';
import type {
  ResidentAction,
  ResidentAnswer,
  ResidentAppeal,
  ResidentNotice,
  ResidentQuestion,
  ResidentStep,
} from '@otklik/contracts/generated/graphql';
import { addDays, type LocalDate } from '@otklik/kernel';
import { filesView, placeView } from './card-view.js';
import { departmentOf, topicOf } from './directory-names.js';
import { dueDate } from './question-deadline.js';
import { ofQuestions, type RegisterQuestion, type RegisterRow } from './register-row.js';
import type { DistrictView } from './row-view.js';

/** What concerns the applicant; work inside the administration is not shown. */
const steps = new Set([
  'AppealReceived',
  'MessageTakenUp',
  'MessageTurnedIntoAppeal',
  'AppealRegistered',
  'AppealSupplemented',
  'AppealWithdrawn',
  'AppealRated',
  'ReopeningRequested',
  'QuestionRouted',
  'ExecutorAssigned',
  'ResponseSigned',
  'NoticeDispatched',
  'NoticePosted',
  'QuestionAnswered',
]);

const MAX_EXCERPT_LENGTH = 140;

/** The appeal as the holder of its follow-up code sees it. Answers are shown once they are on their way to the resident. */
export function residentView(
  row: RegisterRow,
  history: readonly PublicEvent[],
  language: TextLanguage,
  view: DistrictView,
): Omit<ResidentAppeal, 'stale'> {
  const { fold, clear } = row;
  const reopenUntil = lastDayToReopen(row, view);
  return {
    receipt: row.receipt,
    number: row.number ?? null,
    registeredOn: row.registeredOn ?? null,
    state: row.state,
    regime: row.regime,
    receivedAt: row.receivedAt,
    text: clear.text ?? null,
    place: placeView(row, view),
    files: filesView(row, view),
    supplements: fold.appeal.supplements.map(({ at }, index) => ({ at, text: clear.supplements[index] ?? null })),
    mayBePublished: fold.appeal.received?.mayBePublished ?? false,
    dueOn: row.dueOn ?? null,
    departments: ofQuestions(row, 'department').map((code) => departmentOf(view.district, code).name),
    questions: row.questions.map((question) => questionView(question, row, history, view)),
    answers: answersOf(row, view),
    notices: noticesOf(row),
    rating: row.rating ?? null,
    reopenUntil: reopenUntil ?? null,
    allowedActions: allowedActions(row, view, reopenUntil),
    steps: history.filter(({ type }) => steps.has(type)).map((event) => stepView(event, row, language)),
  };
}

/** The rules of intake's decider over the published state. */
function allowedActions(
  row: RegisterRow,
  { today }: DistrictView,
  reopenUntil: LocalDate | undefined,
): readonly ResidentAction[] {
  const { state, erased, rating } = row;
  if (erased) return [];
  const isAnswered = state === 'ANSWERED' || state === 'REOPEN_REQUESTED';
  const mayReopen = state === 'ANSWERED' && reopenUntil !== undefined && today <= reopenUntil;
  const allowed: Readonly<Record<ResidentAction, boolean>> = {
    RATE_APPEAL: isAnswered && rating === undefined,
    SUPPLEMENT_APPEAL: !isAnswered && state !== 'WITHDRAWN',
    WITHDRAW_APPEAL: state === 'RECEIVED' || state === 'TAKEN_UP' || state === 'REGISTERED',
    REQUEST_REOPENING: mayReopen,
  };
  return (Object.keys(allowed) as ResidentAction[]).filter((action) => allowed[action]);
}

function questionView(
  { id }: RegisterQuestion,
  { fold, clear }: RegisterRow,
  history: readonly PublicEvent[],
  { district }: DistrictView,
): ResidentQuestion {
  const part = fold.questions[id]!;
  const { topic, department, ordinal, state, answeredOn } = part;
  const lastOf = (type: string) => history.findLast((event) => event.stream === id && event.type === type)?.at ?? null;
  const text = clear.questions[id] ?? clear.text;
  return {
    id,
    state,
    ordinal: ordinal ?? null,
    excerpt: text === undefined ? null : excerptOf(text),
    topic: topic === undefined ? null : topicOf(district, topic).name,
    department: department === undefined ? null : departmentOf(district, department).name,
    routedAt: department === undefined ? null : lastOf('QuestionRouted'),
    assignedAt: part.executor === undefined ? null : lastOf('ExecutorAssigned'),
    dueOn: dueDate(part) ?? null,
    answeredOn: answeredOn ?? null,
  };
}

/** Cut at a word, on one line. */
function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= MAX_EXCERPT_LENGTH) return line;
  return `${line.slice(0, MAX_EXCERPT_LENGTH).replace(/\s\S*$/u, '')} …`;
}

function answersOf({ fold, clear }: RegisterRow, { directory }: DistrictView): readonly ResidentAnswer[] {
  return Object.values(fold.responses)
    .flatMap(({ question, answer }) => (answer ? [{ question, ...answer }] : []))
    .map(({ question, outcome, signatory, signedAt }, index) => ({
      question,
      text: clear.answers[index] ?? null,
      outcome,
      signedBy: directory.officialById(signatory)?.name ?? null,
      signedAt,
    }));
}

function noticesOf({ fold }: RegisterRow): readonly ResidentNotice[] {
  return Object.values(fold.notices).map(({ kind, way, state, about, dispatchedAt }) => ({
    ...{ kind, way, state },
    question: about ?? null,
    dispatchedAt: dispatchedAt ?? null,
  }));
}

function stepView(
  { type, at, stream, data }: PublicEvent,
  { fold }: RegisterRow,
  language: TextLanguage,
): ResidentStep {
  const { about = stream, way } = data as { readonly about?: string; readonly way?: NoticeWay };
  return {
    type: eventTypeCode(type),
    title: residentStep(way === 'ORAL' ? `${type}.ORAL` : type, language),
    at,
    question: fold.questions[about]?.ordinal ?? null,
    way: way ?? null,
  };
}

function lastDayToReopen({ fold }: RegisterRow, { district }: DistrictView): LocalDate | undefined {
  const last = Object.values(fold.questions)
    .flatMap(({ answeredOn }) => (answeredOn === undefined ? [] : [answeredOn]))
    .sort()
    .at(-1);
  return last === undefined ? undefined : addDays(last, district.policy.reopenWithinDays);
}
