import { actingOn } from '@otklik/case/case-actions';
import { appealActions, questionActions, responseActions } from '@otklik/case/allowed-actions';
import type { Acting } from '@otklik/case/action-facts';
import { departmentKey } from '../list/co-executors.js';
import { promiseState } from '@otklik/case/question-control';
import type { PublishedQuestion } from '@otklik/case/question';
import type {
  AppealRow,
  AppealSummary,
  Deadline,
  MeasuresPromise,
  QuestionRow,
  ResponseRow,
  RowSource,
} from '@otklik/contracts/generated/graphql';
import { localDate, localMoment, type LocalDate } from '@otklik/kernel';
import { deadlineView } from '@otklik/contracts/deadline-view';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { TextLanguage } from '@otklik/contracts/texts';
import {
  departmentsOf,
  holds,
  officialRoles,
  type Actor,
  type Departments,
  type Directory,
  type District,
  type OfficialRole,
} from '@otklik/tenancy';
import { departmentOf, districtView, officialOf, settlementOf, topicOf } from '../list/directory-names.js';
import { EXCERPT_LENGTH } from '../list/listed-row.js';
import type {
  ListedAppeal,
  ListedQuestion,
  ListedQuestionRow,
  ListedResponse,
  ListedRow,
  ListedSource,
} from '../list/listed-row.js';
import { setCodeView } from '../../../classifier/application/classifier-views.js';
import { actingIn } from '../fold/acting.js';
import { assignedView } from './assigned-view.js';
import { ownPartView } from './own-part-view.js';
import { dueUntil } from '../fold/question-deadline.js';
import { isOverdue } from '../list/register-filter.js';

/** The source of names and days. */
export interface DistrictView {
  readonly directory: Directory;
  readonly district: District;
  /** Today in the district. */
  readonly today: LocalDate;
}

export interface Viewing extends DistrictView {
  /** The district's clock, as `localMoment`. */
  readonly now: string;
  /** The departments whose questions the viewer may read as whole cards. */
  readonly reads: Departments;
  readonly acting: Acting;
  /** Of the viewer. */
  readonly language: TextLanguage;
  /** Takes personal data out of the texts of cards that may not be opened; absent: they are not shown at all. */
  readonly mask?: (text: string) => string;
}

/** Their work is the whole district's; the others' is that of their departments, where their roles are bound to some. */
const ofWholeDistrict = new Set<OfficialRole>([
  ...(['MODERATOR', 'REGISTRAR', 'COORDINATOR'] as const),
  ...(['CONTROLLER', 'DISTRICT_ADMIN', 'ANALYST'] as const),
]);
/** Compares districts, and opens no card. */
const cardRoles = officialRoles.filter((role) => role !== 'REPUBLIC_ANALYST');

export function viewing(
  directory: Directory,
  district: District,
  at: string,
  actor: Actor,
  language: TextLanguage,
): Viewing {
  const today = localDate(at, district.zone);
  return {
    directory,
    district,
    today,
    now: localMoment(at, district.zone),
    reads: readableCards(actor, district),
    acting: actingIn(actor, district, today),
    language,
  };
}

export function readableCards(actor: Actor, district: District): Departments {
  if (actor.kind !== 'official') return [];
  const isOfWhole = [...ofWholeDistrict].some((role) => holds(actor, district.id, role));
  return isOfWhole ? 'ALL' : departmentsOf(actor.assignments, district, cardRoles);
}

/** Of an analyst of the republic: of cards that may not be opened the texts are shown without personal data. */
export function masking(view: Viewing, actor: Actor, mask: (text: string) => string): Viewing {
  return holds(actor, view.district.id, 'REPUBLIC_ANALYST') ? { ...view, mask } : view;
}

/** Whether the viewer may open the card: else the row is all that is shown, without what the applicant wrote. */
export function mayReadCard(
  { departments, coExecutors = [] }: Pick<ListedAppeal, 'departments' | 'coExecutors'>,
  { reads, acting }: Viewing,
): boolean {
  if (reads === 'ALL' || departments.some((one) => reads.includes(one))) return true;
  const officials = [acting, ...(acting.substituting ?? [])].map(({ official, onBehalfOf }) => onBehalfOf ?? official);
  const named = [...officials, ...reads.map(departmentKey)];
  return named.some((one) => coExecutors.includes(one));
}

/** What the applicant wrote, as a viewer sees it who may not open the card. */
function maskedExcerpt(excerpt: string | undefined, { mask }: Pick<Viewing, 'mask'>): string | null {
  if (excerpt === undefined || !mask) return null;
  const isWhole = excerpt.length < EXCERPT_LENGTH - 1;
  // Cut within a number, its beginning would look like none.
  return mask(isWhole ? excerpt : excerpt.replace(/\s*\S*$/u, '').replace(/[\d\s()+.№/-]+$/u, ''));
}

/** Any number in it is of a house. */
export function maskedPlace(place: string | undefined, { mask }: Pick<Viewing, 'mask'>): string | null {
  return place === undefined || !mask ? null : mask(place).replace(/\p{Nd}+\S*/gu, '…');
}

function readable(addition: ListedRow['addition'], isReadable: boolean): AppealRow['addition'] {
  return isReadable && addition ? addition : null;
}

/** The row as the API shows it: what was listed, with the directory's names and what depends on today. */
export function rowView(row: ListedRow, view: Viewing): AppealRow {
  const { questions, dueOn = null, due: _due, deadline, warning = null, rating = null, ...rest } = row;
  const { struckFor = null, registeredBefore = [], facts, addition, ...listed } = rest;
  const awaited = deadline ? deadlineView(deadline, view.language) : null;
  const first = awaited ?? nearest(questions);
  return {
    ...appealView(listed, view),
    addition: readable(addition, mayReadCard(listed, view)),
    dueOn,
    dueAt: first?.dueAt ?? null,
    deadline: awaited,
    rating,
    struckFor,
    registeredBefore,
    warning,
    __typename: 'AppealRow',
    district: districtView(view.district),
    overdue: isOverdue(row, view.now),
    allowedActions: appealActions(facts, view.acting),
    questions: questions.map((question) => questionView(question, listed, view)),
  };
}

export function appealView(appeal: ListedAppeal, view: Viewing): AppealSummary {
  const { departments: _departments, coExecutors: _helpers, settlement, place, gist, excerpt, ...listed } = appeal;
  const isReadable = mayReadCard(appeal, view);
  const { urgency, danger, dangerWords, source } = appeal;
  return {
    ...listed,
    urgency: urgency ?? null,
    danger: danger ?? null,
    dangerWords: dangerWords ?? [],
    source: source ? sourceView(source, view, isReadable) : null,
    settlement: settlement === undefined ? null : settlementOf(view.district, settlement),
    ...shownTexts({ place, gist, excerpt }, view, isReadable),
  };
}

type Texts = Pick<ListedAppeal, 'place' | 'gist' | 'excerpt'>;

function shownTexts(
  { place = '', gist = '', excerpt = '' }: { readonly [Name in keyof Texts]: Texts[Name] | undefined },
  view: Viewing,
  isReadable: boolean,
): Pick<AppealSummary, 'place' | 'gist' | 'excerpt'> {
  if (isReadable) return { place: place || null, gist: gist || null, excerpt: excerpt || null };
  return {
    place: maskedPlace(place || undefined, view),
    gist: null,
    excerpt: maskedExcerpt(excerpt || undefined, view),
  };
}

function sourceView(
  { fate, likes, author, ...source }: ListedSource,
  { district }: DistrictView,
  reads: boolean,
): RowSource {
  const account = district.accounts.find(({ id }) => id === source.account);
  return {
    ...source,
    accountTitle: account?.title ?? null,
    fate: fate ?? null,
    likes: likes ?? null,
    author: reads && fate !== 'REMOVED' ? (author ?? null) : null,
  };
}

/** The term of the open question that is due first. */
function nearest(questions: readonly ListedQuestion[]): ListedQuestion['deadline'] {
  const waiting = questions.filter(({ due }) => due !== undefined);
  const first = waiting.toSorted((one, other) => (one.due! < other.due! ? -1 : 1))[0];
  return first && runningTerm(first);
}

/** What an answered question is due for is a promise, which lasts until the end of its day. */
function runningTerm({ dueRule, deadlines = [] }: TermsOfQuestion): ListedQuestion['deadline'] {
  return deadlines.find(({ rule }) => rule === dueRule);
}

export function questionRowView({ appeal, ...question }: ListedQuestionRow, view: Viewing): QuestionRow {
  return questionView(question, appeal, view);
}

function questionView(question: ListedQuestion, appeal: ListedAppeal, view: Viewing): QuestionRow {
  const { now, today, language } = view;
  const acting = actingOn(appeal.state, question.state, view.acting);
  const { topic, department, executor, response, excerpt, facts, ...more } = question;
  const {
    due: _due,
    deadline: _deadline,
    deadlines: _deadlines,
    replaced: _replaced,
    standings: _standings,
    extension,
    promise,
    awaitedOn,
    assigned,
    classifierEdition,
    coParts = [],
    ...listed
  } = more;
  return {
    ...listed,
    ...saidIn({ appeal, excerpt }, view),
    ...placeView({ topic, department, executor }, view),
    extension: extension ?? null,
    ...assignedView({ executor, assigned }, view),
    classified: setCodeView(view.district, question.classifier, classifierEdition),
    ownPart: ownPartView(coParts, acting),
    ground: question.ground ?? null,
    awaitsLetterToBody: question.awaitsLetterToBody === true,
    ...termsView(question, { language, now }),
    promise: promise ? promiseView(promise, today) : null,
    awaitedOn: awaitedOn ?? null,
    overdue: isOverdue(question, now),
    response: response ? responseView(response, question, acting) : null,
    allowedActions: questionActions(facts, acting),
  };
}

/** A question with a text of its own has no gist: the one that an official gave is of the whole appeal. */
function saidIn(
  { appeal, excerpt }: { readonly appeal: ListedAppeal; readonly excerpt: string | undefined },
  view: Viewing,
): Pick<QuestionRow, 'appeal' | 'gist' | 'excerpt'> {
  const summary = appealView(appeal, view);
  if (excerpt === undefined) return { appeal: summary, gist: summary.gist ?? null, excerpt: summary.excerpt ?? null };
  return { appeal: summary, gist: null, excerpt: mayReadCard(appeal, view) ? excerpt : maskedExcerpt(excerpt, view) };
}

function placeView(
  { topic, department, executor }: { [Name in 'topic' | 'department' | 'executor']: string | undefined },
  { directory, district }: DistrictView,
): Pick<QuestionRow, 'topic' | 'department' | 'executor'> {
  return {
    topic: topic === undefined ? null : topicOf(district, topic),
    department: department === undefined ? null : departmentOf(district, department),
    executor: officialOf(directory, district, executor) ?? null,
  };
}

function promiseView(promise: NonNullable<ListedQuestion['promise']>, today: LocalDate): MeasuresPromise {
  const { until, promisedUntil, extended, keptOn } = promise;
  const missed = keptOn === undefined && until < today;
  return { state: promiseState(promise), until, promisedUntil, extended, missed, keptOn: keptOn ?? null };
}

type TermsOfQuestion = Pick<
  ListedQuestion,
  'dueRule' | 'deadline' | 'deadlines' | 'replaced' | 'standings' | 'warning'
>;

function termsView(
  question: TermsOfQuestion,
  view: Pick<Viewing, 'language' | 'now'>,
): Pick<QuestionRow, 'dueAt' | 'dueTerm' | 'deadline' | 'deadlines' | 'warning'> {
  const { deadline, deadlines = [], warning } = question;
  const next = runningTerm(question);
  const shown = (set: DeadlineSetData): Deadline => termView(set, question, view);
  return {
    warning: warning ?? null,
    dueTerm: next ? shown(next) : null,
    dueAt: next?.dueAt ?? null,
    deadline: deadline ? shown(deadline) : null,
    deadlines: deadlines.map(shown),
  };
}

function termView(
  set: DeadlineSetData,
  { replaced = {}, standings = {} }: TermsOfQuestion,
  { language, now }: Pick<Viewing, 'language' | 'now'>,
): Deadline {
  const { state, metOn } = standings[set.rule] ?? {};
  const isMissed = state === 'RUNNING' && dueUntil(set)! < now;
  return deadlineView(set, language, {
    replacedBy: replaced[set.rule],
    state: isMissed ? 'MISSED' : state,
    metOn,
  });
}

/** With the department and executor of its question. */
export function responseView(
  { stage, drafter, draftedIn, approver, approvedFor, signatory, publication, ...listed }: ListedResponse,
  { department, executor, state }: Pick<PublishedQuestion, 'department' | 'executor' | 'state'>,
  acting: Acting,
): ResponseRow {
  const work = { stage, drafter, draftedIn, approver, approvedFor, signatory, publication };
  const of = { department, executor, answered: state === 'ANSWERED' };
  return { ...listed, allowedActions: responseActions({ ...work, ...of }, acting) };
}
