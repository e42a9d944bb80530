import type { AppealFilter } from '@otklik/contracts/generated/graphql';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { isConsidered } from '@otklik/case/question-status';
import type { Case } from '@otklik/case/case';
import { appealState, awaits, urgency } from '@otklik/case/appeal-status';
import { extensionState, informationDue } from '@otklik/case/question-course';
import { barred, coExecutorsText } from './co-executors.js';
import { isAcknowledged, promiseState } from '@otklik/case/question-control';
import { standingAtBodies } from '@otklik/case/question-bodies';
import type { QuestionPart } from '@otklik/case/question';
import { responseState, responseTo } from '@otklik/case/response-status';
import { numberKey, oldNumberKey } from '../../../fulltext/domain/number-key.js';
import { dueOf, marked, registrationOrder, warningsOfAppeal } from '../fold/appeal-terms.js';
import {
  answerDays,
  answeredSameDay,
  countedFrom,
  dueUntil,
  firstAnswerDays,
  nextDeadline,
  openDeadline,
  openWarning,
  questionDue,
  termState,
  type Due,
} from '../fold/question-deadline.js';
import { lateRules, termKept } from '../fold/term-standing.js';
import { ownDays } from '../fold/internal-clock.js';
import { askedBy, earliest, sentBy } from '../fold/sent-on.js';
import type { FacetName } from './counted-names.js';
import { publicationStage } from '@otklik/case/publication-stage';
import { awaitsLetterToBody } from '@otklik/case/informed-body';
import { questionResult } from '@otklik/case/question-result';

/*
 * The columns of the register, declared once, and the fields of filters that look at them: tables and their indexes, conditions,
 * facets, the search index's fields, live lists and `verify` follow from here.
 */

/** Raised with every change of the columns, or of what the events mean to a row: a new register is then filled beside the old one. */
export const REGISTER_VERSION = 50;
/** Raised with every change of the columns that filters look at, of the mappings, or of what a document is made of, the analysis of words among it. */
export const MAPPING_VERSION = 21;

/** Of a question that was considered again so often, or more often. */
const MOST_REOPENED = 3;

type ColumnValue = string | number | boolean | undefined;

export interface Column<Source, Value extends ColumnValue = ColumnValue> {
  readonly type: 'text' | 'date' | 'int' | 'boolean';
  readonly from: (source: Source) => Value;
  /** A filter by this column is common beside one by the other: they share an index. */
  readonly indexedWith?: 'questionState';
  /**
   * Absent: an index in each order. `TRUE`: the same, of the rows where it is true; nearly all others are read along the order.
   * `ALONE`: its values are nearly unique. `NONE`: few values, read along the order.
   */
  readonly index?: 'ALONE' | 'NONE' | 'TRUE';
  /** How many have which value is counted as it changes. */
  readonly isCounted?: true;
  /** Under this name the search index counts its values. */
  readonly facet?: FacetName;
}

export interface AppealSource {
  readonly received: AppealReceivedData;
  readonly fold: Case;
  readonly questions: readonly QuestionPart[];
}

export interface QuestionSource {
  readonly id: string;
  readonly part: QuestionPart;
  readonly fold: Case;
}

/** Dates and instants are ISO text: they sort as they read, and no driver converts them. */
const text = <Source, Value extends string | undefined>(
  from: (source: Source) => Value,
  more: Partial<Pick<Column<Source>, 'facet' | 'indexedWith' | 'index'>> = {},
) => ({ type: 'text', from, ...more }) as const;

const date = <Source, Value extends string | undefined>(from: (source: Source) => Value) =>
  ({ type: 'date', from }) as const;

export const appealColumns = {
  receipt: text(({ received }: AppealSource) => received.receipt),
  number: text(({ fold }: AppealSource) => fold.appeal.registered?.number),
  registeredOn: date(({ fold }: AppealSource) => fold.appeal.registered?.registeredOn),
  /** Sorts by the day of registration and then by the place in the series. */
  registration: text(({ fold }: AppealSource) => registrationOrder(fold.appeal.registered)),
  registrationKey: text(({ fold }: AppealSource) => registrationKey(fold.appeal), {
    index: 'ALONE',
  }),
  receiptKey: text(({ received }: AppealSource) => numberKey(received.receipt), { index: 'ALONE' }),
  regime: text(({ received, fold }: AppealSource) => fold.appeal.regime ?? received.regime, { facet: 'regimes' }),
  channel: text(({ received }: AppealSource) => received.channel, { index: 'NONE', facet: 'channels' }),
  state: text(({ fold, questions }: AppealSource) => appealState(fold.appeal, questions), { facet: 'states' }),
  /** Whose act it waits for, beside its questions. */
  awaits: text(({ received, fold }: AppealSource) => awaits(received, fold)),
  receivedAt: text(({ received }: AppealSource) => received.receivedAt),
  receivedOn: date(({ received }: AppealSource) => received.receivedOn),
  receivedMonth: text(({ received }: AppealSource) => received.receivedOn.slice(0, 7), { facet: 'months' }),
  /** The nearest deadline of the open questions; before there are any, that of the registration or moderation. */
  dueOn: date((source: AppealSource) => dueOf(source)?.dueOn),
  /** The same to the minute: `dueUntil`. */
  due: text((source: AppealSource) => dueUntil(dueOf(source))),
  termOrder: text((source: AppealSource) => termOrder(dueOf(source), source.fold)),
  /** The controller and the head are alerted to a running term; absent where they are not. */
  escalated: {
    type: 'boolean',
    from: (source: AppealSource) => marked(warningsOfAppeal(source).some(({ escalated }) => escalated)),
  },
  /** A reminder of a term that runs was given; absent where none was. */
  reminded: {
    type: 'boolean',
    from: (source: AppealSource) => marked(warningsOfAppeal(source).length > 0),
    index: 'NONE',
  },
  /** The place of a message: its network, and its post or dialogue. */
  network: text(({ received }: AppealSource) => received.source?.network, { index: 'NONE', facet: 'networks' }),
  thread: text(({ received }: AppealSource) => received.source?.thread, { index: 'ALONE' }),
  /** The case to which it was joined, whose answer it gets. */
  joinedTo: text(({ fold }: AppealSource) => fold.appeal.duplicateOf, { index: 'NONE' }),
  /** Of danger to life, declared or by the district's words; absent where it is not. */
  urgent: {
    type: 'boolean',
    from: ({ received, fold }: AppealSource) => marked(urgency(received, fold) !== undefined),
  },
  rating: { type: 'int', from: ({ fold }: AppealSource) => fold.appeal.rating?.score, facet: 'ratings' },
  settlement: text(({ received }: AppealSource) => received.settlement, { facet: 'settlements' }),
  /** Signed by several. */
  collective: {
    type: 'boolean',
    from: ({ received }: AppealSource): boolean => received.signatories !== undefined,
    index: 'TRUE',
  },
  /** From whom it came. */
  sentBy: text(({ fold }: AppealSource) => sentBy(fold.appeal), { index: 'NONE', facet: 'senders' }),
  /** It asks again what an earlier one of the person asked. */
  repeated: {
    type: 'boolean',
    from: ({ fold }: AppealSource): boolean => fold.appeal.repeat?.isRepeat === true,
    index: 'TRUE',
  },
  repeatCause: text(({ fold }: AppealSource) => fold.appeal.repeat?.cause, { index: 'NONE' }),
} as const satisfies Record<string, Column<AppealSource>>;

function registrationKey({ registered, oldJournal }: Case['appeal']): string | undefined {
  if (!registered) return undefined;
  const { number, registeredOn } = registered;
  return oldJournal ? oldNumberKey(registeredOn.slice(0, 4), number) : numberKey(number);
}

/** The next term, of the law or the body that sent it on. */
function termOfQuestion({ part, fold }: QuestionSource) {
  return earliest(nextDeadline(part), part, fold.appeal);
}

function warningOf({ part, fold }: QuestionSource) {
  return openWarning(part, askedBy(fold.appeal));
}

function dueOfQuestion(part: QuestionPart, { appeal }: Case): Due | undefined {
  return appeal.erased ? openDeadline(part) : earliest(questionDue(part), part, appeal);
}

/** Sorts by the end of the term, those without one last, and within it by the day of registration and the place in the series. */
function termOrder(due: Due | undefined, { appeal }: Case): string {
  return `${dueUntil(due) ?? '9999-12-31T24:00'}/${registrationOrder(appeal.registered) ?? ''}`;
}

/** A question's row has these and the columns of its appeal that lists filter or order by; its terms are its own. */
export const questionColumns = {
  ordinal: { type: 'int', from: ({ part }: QuestionSource) => part.ordinal },
  questionState: text(({ part }: QuestionSource) => part.state),
  topic: text(({ part }: QuestionSource) => part.topic, { facet: 'topics', indexedWith: 'questionState' }),
  department: text(({ part }: QuestionSource) => part.department, {
    facet: 'departments',
    indexedWith: 'questionState',
  }),
  executor: text(({ part }: QuestionSource) => part.executor, { indexedWith: 'questionState' }),
  responseState: text(({ fold, id }: QuestionSource) => {
    const found = responseTo(fold, id);
    return found && responseState(fold, found.part);
  }),
  outcome: text(
    ({ fold, id }: QuestionSource) => {
      const part = responseTo(fold, id)?.part;
      return (part?.answer ?? part?.draft)?.outcome;
    },
    { index: 'NONE' },
  ),
  /** Of an open question, and of one whose answer promised measures. */
  dueOn: date(({ part, fold }: QuestionSource) => dueOfQuestion(part, fold)?.dueOn),
  due: text(({ part, fold }: QuestionSource) => dueUntil(dueOfQuestion(part, fold))),
  termOrder: text(({ part, fold }: QuestionSource) => termOrder(dueOfQuestion(part, fold), fold)),
  workBy: date((source: QuestionSource) => termOfQuestion(source)?.workBy),
  /** Whose term `dueOn` is. */
  dueRule: text((source: QuestionSource) => termOfQuestion(source)?.rule, { index: 'NONE' }),
  /** Each between bars. */
  lateRules: text(({ part }: QuestionSource) => barred(lateRules(part)), { index: 'ALONE' }),
  escalated: { type: 'boolean', from: (source: QuestionSource) => marked(warningOf(source)?.escalated) },
  reminded: { type: 'boolean', from: (source: QuestionSource) => marked(warningOf(source) && true), index: 'NONE' },
  /** Whether an answered question was answered in time. */
  termKept: { type: 'boolean', from: ({ part }: QuestionSource) => termKept(part), isCounted: true },
  /** Calendar days to the dispatch of the answer that holds. */
  answerDays: { type: 'int', from: ({ part, fold }: QuestionSource) => answerDays(part, countedFrom(fold.appeal)) },
  /** Calendar days to the first answer, whatever came after it. */
  firstDays: {
    type: 'int',
    from: ({ part, fold }: QuestionSource) => firstAnswerDays(part, countedFrom(fold.appeal)),
    index: 'NONE',
  },
  /** The same without the days on which information of other bodies was awaited. */
  ownDays: {
    type: 'int',
    from: ({ part, fold }: QuestionSource) => ownDays(part, countedFrom(fold.appeal)),
    index: 'NONE',
  },
  /** The district's day of the answer's dispatch. */
  answeredOn: { type: 'date', from: ({ part }: QuestionSource) => part.answeredOn, index: 'ALONE' },
  /** The day of its first answer; `answeredOn` is that of the last, and absent while it is considered again. */
  firstAnsweredOn: { type: 'date', from: ({ part }: QuestionSource) => part.firstAnsweredOn, index: 'NONE' },
  /** The day of an end that is no answer. */
  endedOn: { type: 'date', from: ({ part }: QuestionSource) => part.endedOn, index: 'ALONE' },
  /** How often it was considered again; `MOST_REOPENED` also of more. */
  reopened: {
    type: 'int',
    from: ({ part }: QuestionSource): number => Math.min(part.reopened ?? 0, MOST_REOPENED),
    index: 'NONE',
    facet: 'reopened',
  },
  /** Whether it was answered on the day on which the appeal came. */
  sameDay: {
    type: 'boolean',
    from: ({ part, fold }: QuestionSource) => answeredSameDay(part, fold.appeal.received?.receivedOn),
    isCounted: true,
  },
  atBodies: text(({ part }: QuestionSource) => standingAtBodies(part)),
  term: text(({ part }: QuestionSource) => termState(part), { index: 'NONE', facet: 'terms' }),
  extension: text(({ part }: QuestionSource) => extensionState(part), { index: 'ALONE' }),
  /** Of a question that is considered: when the first of the bodies that were asked should have answered. */
  informationDue: {
    type: 'date',
    from: ({ part }: QuestionSource) => (isConsidered(part.state) ? informationDue(part) : undefined),
    index: 'ALONE',
  },
  result: text(({ id, part, fold }: QuestionSource) => questionResult(id, part, fold), {
    index: 'NONE',
    facet: 'results',
  }),
  /** The code of the common classifier. */
  classifier: text(({ part }: QuestionSource) => part.classifier, { index: 'ALONE', facet: 'classifiers' }),
  /** Of promised measures; those of an erased person are not awaited. */
  promise: text(({ part, fold }: QuestionSource) =>
    part.promise && !fold.appeal.erased ? promiseState(part.promise) : undefined,
  ),
  promiseKeptOn: { type: 'date', from: ({ part }: QuestionSource) => part.promise?.keptOn, index: 'ALONE' },
  /** Under control of the head, or of who controls for him; and until the body that sent it on is informed of its end. */
  controlled: {
    type: 'boolean',
    from: ({ id, part, fold }: QuestionSource): boolean =>
      part.controlledUntil !== undefined || awaitsLetterToBody(id, fold),
    index: 'TRUE',
  },
  /** It has its end, of which the body that sent it on is not informed yet. */
  awaitsLetterToBody: {
    type: 'boolean',
    from: ({ id, fold }: QuestionSource): boolean => awaitsLetterToBody(id, fold),
    index: 'TRUE',
  },
  /** Whether the executor has read what was assigned to him; absent where there is none. */
  acknowledged: {
    type: 'boolean',
    from: ({ part }: QuestionSource) => (part.executor === undefined ? undefined : isAcknowledged(part)),
    index: 'NONE',
  },
  coExecutors: text(({ part }: QuestionSource) => coExecutorsText(part), { index: 'ALONE' }),
  /** Of an answer that its author lets be published, that waits for its release, or that all may read. */
  publication: text(({ id, part, fold }: QuestionSource) => publicationStage(id, part, fold)),
} as const satisfies Record<string, Column<QuestionSource>>;

export type AppealColumn = keyof typeof appealColumns;
export type QuestionColumn = keyof typeof questionColumns;
export type RegisterColumn = AppealColumn | QuestionColumn;

/**
 * What a field of the filter demands of a column. `BEFORE_NOW` takes a boolean; now is the district's clock. `HOLDS`:
 * one of the values occurs in the column's text between bars.
 */
export interface FilterRule {
  readonly column: RegisterColumn;
  readonly test: 'ANY' | 'EQUAL' | 'FROM' | 'TO' | 'HOLDS' | 'BEFORE_NOW';
}

/** Fields that mean others, by the viewer and the day: `given-filter.ts` puts those in their place. */
type DerivedField = 'worklist' | 'number' | 'words' | 'mine' | 'unassigned' | 'classifier' | 'coExecuted';

export type FilterField =
  | Exclude<keyof AppealFilter, DerivedField>
  | ('awaits' | 'atBodies' | 'publications' | 'registrationKeys' | 'receiptKeys' | 'executors' | 'coExecutors')
  | BoundField;
/** Bounds that the server itself puts. */
export type BoundField = 'workBy' | 'workFrom' | 'dueSince' | 'dueUntil' | 'classifierFrom' | 'classifierTo';

/** The most selective first: a list is read along the index of the first that is given. */
export const filterRules: { readonly [Field in FilterField]-?: FilterRule } = {
  registrationKeys: { column: 'registrationKey', test: 'ANY' },
  receiptKeys: { column: 'receiptKey', test: 'ANY' },
  executor: { column: 'executor', test: 'EQUAL' },
  executors: { column: 'executor', test: 'ANY' },
  coExecutors: { column: 'coExecutors', test: 'HOLDS' },
  promises: { column: 'promise', test: 'ANY' },
  threads: { column: 'thread', test: 'ANY' },
  urgent: { column: 'urgent', test: 'EQUAL' },
  awaits: { column: 'awaits', test: 'ANY' },
  atBodies: { column: 'atBodies', test: 'ANY' },
  publications: { column: 'publication', test: 'ANY' },
  topics: { column: 'topic', test: 'ANY' },
  departments: { column: 'department', test: 'ANY' },
  responseStates: { column: 'responseState', test: 'ANY' },
  questionStates: { column: 'questionState', test: 'ANY' },
  states: { column: 'state', test: 'ANY' },
  settlements: { column: 'settlement', test: 'ANY' },
  ratings: { column: 'rating', test: 'ANY' },
  reopened: { column: 'reopened', test: 'ANY' },
  regimes: { column: 'regime', test: 'ANY' },
  outcomes: { column: 'outcome', test: 'ANY' },
  results: { column: 'result', test: 'ANY' },
  channels: { column: 'channel', test: 'ANY' },
  networks: { column: 'network', test: 'ANY' },
  extensions: { column: 'extension', test: 'ANY' },
  collective: { column: 'collective', test: 'EQUAL' },
  sentBy: { column: 'sentBy', test: 'ANY' },
  repeated: { column: 'repeated', test: 'EQUAL' },
  repeatCauses: { column: 'repeatCause', test: 'ANY' },
  controlled: { column: 'controlled', test: 'EQUAL' },
  awaitsLetterToBody: { column: 'awaitsLetterToBody', test: 'EQUAL' },
  acknowledged: { column: 'acknowledged', test: 'EQUAL' },
  lateRules: { column: 'lateRules', test: 'HOLDS' },
  dueRules: { column: 'dueRule', test: 'ANY' },
  informationDueBy: { column: 'informationDue', test: 'TO' },
  escalated: { column: 'escalated', test: 'EQUAL' },
  reminded: { column: 'reminded', test: 'EQUAL' },
  termKept: { column: 'termKept', test: 'EQUAL' },
  sameDay: { column: 'sameDay', test: 'EQUAL' },
  terms: { column: 'term', test: 'ANY' },
  classifierFrom: { column: 'classifier', test: 'FROM' },
  classifierTo: { column: 'classifier', test: 'TO' },
  promiseKeptFrom: { column: 'promiseKeptOn', test: 'FROM' },
  promiseKeptTo: { column: 'promiseKeptOn', test: 'TO' },
  endedFrom: { column: 'endedOn', test: 'FROM' },
  endedTo: { column: 'endedOn', test: 'TO' },
  answeredFrom: { column: 'answeredOn', test: 'FROM' },
  answeredTo: { column: 'answeredOn', test: 'TO' },
  dueFrom: { column: 'dueOn', test: 'FROM' },
  dueBy: { column: 'dueOn', test: 'TO' },
  workFrom: { column: 'workBy', test: 'FROM' },
  workBy: { column: 'workBy', test: 'TO' },
  dueSince: { column: 'due', test: 'FROM' },
  dueUntil: { column: 'due', test: 'TO' },
  overdue: { column: 'due', test: 'BEFORE_NOW' },
  receivedFrom: { column: 'receivedOn', test: 'FROM' },
  receivedTo: { column: 'receivedOn', test: 'TO' },
  registeredFrom: { column: 'registeredOn', test: 'FROM' },
  registeredTo: { column: 'registeredOn', test: 'TO' },
};
