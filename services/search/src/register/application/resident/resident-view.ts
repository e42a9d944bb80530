import { isDone } from '@otklik/case/question-status';
import { type AppealPart, receptionTerm } from '@otklik/case/appeal';
import { isConsented } from '@otklik/case/appeal-data';
import { handoversView } from '../card/handover-view.js';
import type { QuestionPart } from '@otklik/case/question';
import { supplementView } from '../card/source-view.js';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { eventTypeCode } from '@otklik/contracts/event-type';
import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import { residentStep, type TextLanguage } from '@otklik/contracts/texts';
import type {
  ResidentAction,
  ResidentAppeal,
  ResidentNotice,
  ResidentQuestion,
  ResidentReopening,
  ResidentStep,
} from '@otklik/contracts/generated/graphql';
import { addDays, localDate, type LocalDate } from '@otklik/kernel';
import { filesView } from '../card/card-view.js';
import { placeView, topicView } from '../card/given-view.js';
import type { Opened } from '../card/clear-texts.js';
import { departmentOf, topicOf } from '../list/directory-names.js';
import { nearestDue, openDeadline, type Due } from '../fold/question-deadline.js';
import { ofQuestions, type ClearTexts, type RegisterRow } from '../list/register-row.js';
import type { DistrictView } from '../card/row-view.js';
import { residentAnswers } from './resident-answers.js';
import { residentPublication } from './resident-publication.js';
import { decisionView, registeredBefore } from '../card/second-look-view.js';

/** What concerns the applicant; work inside the administration is not shown. */
const steps = new Set([
  'AppealReceived',
  'MessageTakenUp',
  'MessageTurnedIntoAppeal',
  'AppealRegistered',
  'AppealSupplemented',
  'AppealWithdrawn',
  'ConsiderationResumed',
  'AppealRated',
  'ConsentWithdrawn',
  'ReopeningRequested',
  'ReopeningGranted',
  'ReopeningRefused',
  'RegistrationCorrected',
  'QuestionRouted',
  'ExecutorAssigned',
  'ResponseSigned',
  'NoticeDispatched',
  'NoticePosted',
  'QuestionAnswered',
  'MeasuresPromised',
  'PromiseExtended',
  'PromiseConfirmed',
]);

/** As intake's decider allows. */
const MAX_REOPENINGS = 2;
const MAX_EXCERPT_LENGTH = 140;

/** The day on which a letter came that was entered on a later one. */
function earlierDay({ fold, receivedAt }: RegisterRow, { district }: DistrictView): LocalDate | null {
  const on = fold.appeal.received?.receivedOn;
  return on === undefined || on === localDate(receivedAt, district.zone) ? null : on;
}

/**
 * The appeal as the holder of its follow-up code sees it. Answers are shown once they are on their way to the resident. `opened`: of
 * `residentTexts`.
 */
export function residentView(
  whole: RegisterRow,
  history: readonly PublicEvent[],
  language: TextLanguage,
  view: DistrictView,
  opened: Opened = () => undefined,
): Omit<ResidentAppeal, 'stale'> {
  const row = withoutOthers(whole);
  const { fold, clear } = row;
  const reopenUntil = lastDayToReopen(row, view);
  return {
    receipt: row.receipt,
    number: row.number ?? null,
    registeredOn: row.registeredOn ?? null,
    state: row.state,
    regime: row.regime,
    receivedAt: row.receivedAt,
    receivedOn: earlierDay(row, view),
    ...registerBy(row),
    text: clear.text ?? null,
    place: placeView(row, view, opened),
    ...topicView(fold.appeal, view, opened),
    files: filesView(row, view),
    supplements: fold.appeal.supplements.map((one, index) => supplementView(one, clear.supplements[index], opened)),
    mayBePublished: isConsented(fold.appeal) && fold.appeal.received?.mayBePublished === true,
    // Of the answer: the term of the registration is the administration's own.
    ...endOfTerm(nearestDue(Object.values(fold.questions), openDeadline)),
    departments: ofQuestions(row, 'department').map((code) => departmentOf(view.district, code).name),
    questions: row.questions.map((question) => questionView(question, row, history, view)),
    answers: residentAnswers(row, view, opened),
    notices: noticesOf(row),
    atOnce: clear.atOnce ?? null,
    ...ratingView(row, opened),
    reopening: reopeningView(fold.appeal, clear, opened),
    registeredBefore: registeredBefore(fold.appeal),
    struck: correctionOf(fold.appeal),
    reopenUntil: reopenUntil ?? null,
    allowedActions: allowedActions(row, view, reopenUntil),
    steps: history
      .filter((event) => isStep(event) && !isTakenBack(event, history))
      .map((event) => stepView(event, row, language)),
  };
}

function ratingView({ rating, fold }: RegisterRow, opened: Opened): Pick<ResidentAppeal, 'rating' | 'ratingComment'> {
  return { rating: rating ?? null, ratingComment: opened(fold.appeal.rating?.comment) ?? null };
}

/** What others wrote in the thread is theirs. */
function withoutOthers(row: RegisterRow): RegisterRow {
  const { fold, clear } = row;
  const isOwn = (index: number) => fold.appeal.supplements[index]?.byApplicant !== false;
  const supplements = fold.appeal.supplements.filter((_, index) => isOwn(index));
  const texts = clear.supplements.filter((_, index) => isOwn(index));
  const appeal = { ...fold.appeal, supplements };
  return { ...row, fold: { ...fold, appeal }, clear: { ...clear, supplements: texts } };
}

/** Both null where no term runs. */
export function endOfTerm(due: Pick<Due, 'dueOn' | 'dueAt'> | undefined): Pick<ResidentQuestion, 'dueOn' | 'dueAt'> {
  return { dueOn: due?.dueOn ?? null, dueAt: due?.dueAt ?? null };
}

/** Refused about this answer, or granted as often as it may be. */
function isDecided({ reopening, reopened = 0, reopenedByOfficials = 0 }: AppealPart): boolean {
  return reopening?.decided !== undefined || reopened - reopenedByOfficials >= MAX_REOPENINGS;
}

/** Of what waits for its registration, or for the decision about a message. */
function registerBy({ state, fold }: RegisterRow): Pick<ResidentAppeal, 'registerBy' | 'registerAt'> {
  const waits = state === 'RECEIVED' || state === 'TAKEN_UP';
  const { dueOn, dueAt } = endOfTerm(waits ? receptionTerm(fold.appeal).deadline : undefined);
  return { registerBy: dueOn, registerAt: dueAt };
}

/** The rules of intake's decider over the published state. */
function allowedActions(
  row: RegisterRow,
  { today }: DistrictView,
  reopenUntil: LocalDate | undefined,
): readonly ResidentAction[] {
  const { state, erased, rating, fold } = row;
  if (erased) return [];
  const hasEnded = isDone(state);
  const isAnswered = hasEnded || state === 'REOPEN_REQUESTED';
  const mayReopen = hasEnded && !isDecided(fold.appeal) && reopenUntil !== undefined && today <= reopenUntil;
  const allowed: Readonly<Record<ResidentAction, boolean>> = {
    RATE_APPEAL: isAnswered && rating === undefined,
    SUPPLEMENT_APPEAL: state !== 'WITHDRAWN' && state !== 'STRUCK',
    WITHDRAW_CONSENT: isConsented(fold.appeal),
    WITHDRAW_APPEAL: state === 'RECEIVED' || state === 'TAKEN_UP' || state === 'REGISTERED',
    REQUEST_REOPENING: mayReopen,
  };
  return (Object.keys(allowed) as ResidentAction[]).filter((action) => allowed[action]);
}

function questionView(
  { id }: RegisterRow['questions'][number],
  { fold, clear }: RegisterRow,
  history: readonly PublicEvent[],
  { district, directory, today }: DistrictView,
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
    ...endOfTerm(openDeadline(part)),
    answeredOn: answeredOn ?? null,
    ...endView(part),
    ...extensionView(part, clear.extensions[id]),
    handovers: handoversView(part, directory),
    // The page is a channel to a message's sender.
    interimAnswer: clear.interims[id] ?? null,
    promise: promiseView(part, clear.promises[id], today),
    publication: residentPublication(id, fold),
  };
}

function endView({
  atBodies,
  unanswered,
  endedOn,
  mergedInto,
}: QuestionPart): Pick<ResidentQuestion, 'forwardedTo' | 'ground' | 'endedOn' | 'mergedInto'> {
  const names = (atBodies?.bodies ?? []).map(({ name }) => name);
  return {
    forwardedTo: names,
    ground: unanswered?.ground ?? null,
    endedOn: endedOn ?? null,
    mergedInto: mergedInto ?? null,
  };
}

/** An extension is none if the applicant was notified too late, or not yet. */
function extensionView(
  { extension }: QuestionPart,
  reason: string | undefined,
): Pick<ResidentQuestion, 'extendedUntil' | 'extensionReason'> {
  if (extension?.state !== 'IN_FORCE') return { extendedUntil: null, extensionReason: null };
  return { extendedUntil: extension.deadline.dueOn, extensionReason: reason ?? null };
}

function promiseView(
  { promise }: QuestionPart,
  text: string | undefined,
  today: LocalDate,
): ResidentQuestion['promise'] {
  if (!promise) return null;
  const { until, promisedUntil, keptOn, photo } = promise;
  const missed = keptOn === undefined && until < today;
  return { until, promisedUntil, missed, keptOn: keptOn ?? null, text: text ?? null, photo: photo ?? null };
}

/** Cut at a word, on one line. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= MAX_EXCERPT_LENGTH) return line;
  return `${line.slice(0, MAX_EXCERPT_LENGTH).replace(/\s\S*$/u, '')} …`;
}

/** The last request about the current answer. */
function reopeningView({ reopening }: AppealPart, { refusal }: ClearTexts, opened: Opened): ResidentReopening | null {
  if (!reopening) return null;
  const { question, at, decided } = reopening;
  return {
    request: opened(reopening.reason) ?? null,
    question: question ?? null,
    requestedAt: at,
    ...decisionView(decided),
    reason: decided?.reason === undefined ? null : (refusal ?? null),
  };
}

function correctionOf({ correction }: AppealPart): ResidentAppeal['struck'] {
  return correction ? { ground: correction.ground, number: correction.number ?? null } : null;
}

function noticesOf({ fold }: RegisterRow): readonly ResidentNotice[] {
  const toApplicant = Object.values(fold.notices).filter(({ kind }) => !isToBody(kind));
  return toApplicant.map(({ kind, way, state, about, dispatchedAt, details }) => ({
    kind,
    way,
    state,
    number: details?.number ?? null,
    outcome: details?.outcome ?? null,
    question: about ?? null,
    dispatchedAt: dispatchedAt ?? null,
  }));
}

/** What the events of a notice tell: about what it is, how it went, and its kind. */
interface NoticeTold {
  readonly about: string;
  readonly way: NoticeWay;
  readonly kind: NoticeKind;
}

/** A letter to a body is no step of the applicant's: what it is about is one. */
function isStep({ type, data }: PublicEvent): boolean {
  const { kind, byApplicant } = data as Partial<NoticeTold> & { readonly byApplicant?: boolean };
  return steps.has(type) && byApplicant !== false && !(kind && isToBody(kind));
}

const ASSIGNING = ['ExecutorAssigned', 'AssignmentTakenBack'];

/** An assignment that was pressed by mistake. */
function isTakenBack({ type, stream, version }: PublicEvent, history: readonly PublicEvent[]): boolean {
  if (type !== 'ExecutorAssigned') return false;
  const next = history.find(
    (event) => event.stream === stream && event.version > version && ASSIGNING.includes(event.type),
  );
  return next?.type === 'AssignmentTakenBack';
}

function stepView(
  { type, at, stream, data }: PublicEvent,
  { fold }: RegisterRow,
  language: TextLanguage,
): ResidentStep {
  const { about = stream, way, kind } = data as Partial<NoticeTold>;
  const told = type === 'NoticeDispatched' || type === 'NoticePosted' ? kind : undefined;
  const variant = saysWay(way, told) ? way : told;
  return {
    type: eventTypeCode(type),
    title: residentStep(variant === undefined ? type : `${type}.${variant}`, language),
    at,
    question: fold.questions[about]?.ordinal ?? null,
    way: way ?? null,
    notice: told ?? null,
  };
}

/** An answer to a network is no letter, and a call says more than what it was about. */
function saysWay(way: NoticeWay | undefined, told: NoticeKind | undefined): boolean {
  return way === 'ORAL' || (told === 'ANSWERED' && (way === 'THREAD' || way === 'DIRECT'));
}

/** Counted from the last of the ends: an end that is no answer may be complained of too. */
function lastDayToReopen({ fold }: RegisterRow, { district }: DistrictView): LocalDate | undefined {
  const last = Object.values(fold.questions)
    .flatMap(({ answeredOn, endedOn }) => answeredOn ?? endedOn ?? [])
    .sort()
    .at(-1);
  return last === undefined ? undefined : addDays(last, district.policy.reopenWithinDays);
}
