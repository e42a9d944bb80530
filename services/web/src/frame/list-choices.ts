import type { Channel, Outcome, QuestionResult } from '../generated/enumerations.js';
import type { AppealFilter } from '../generated/graphql.js';
import { senders } from '../parts/senders.js';
import { t } from '../words/words.js';
import { isReported, type ListCode } from './worklists.js';

/** A filter of lists by one of a few values: its field, its parameter in the address, its filter and its words follow from it. */
interface Choice<Value extends string> {
  /** The parameter of the address. */
  readonly address: string;
  readonly values: readonly Value[];
  readonly filter: (value: Value) => AppealFilter;
  /** Lists that have something to choose; absent: all. */
  readonly isIn?: (worklist: ListCode) => boolean;
  readonly label: () => string;
  /** That nothing is chosen. */
  readonly all: () => string;
  readonly word: (value: Value) => string;
}

function choice<const Value extends string>(declared: Choice<Value>): Choice<Value> {
  return declared;
}

const channels = [
  ...(['SITE', 'PAPER', 'RECEPTION', 'PHONE', 'NETWORK', 'EMAIL', 'OPEN311', 'IMPORT'] as const),
] as const satisfies readonly Channel[];

/** By whose rule a question is due, apart from its answer: 59-FZ art. 8(3), 8(7), 11. */
export const dueRules = {
  forward: ['FWD', 'FWD-MIG'],
  tell: ['COMPLAINT', 'COURT', 'UNREADABLE', 'UNCLEAR', 'PUBLISHED'],
} as const;

/** By whose rule a question is late, or was done late. */
const lateRules = {
  ...dueRules,
  answer: ['ANS', 'EXT', 'SOC-FINAL'],
  first: ['SOC-DAY', 'SOC-4H', 'SOC-8H', 'SOC-9H', 'SOC-24H'],
} as const;

/** What an answer, or its draft, says. */
const outcomes = [
  ...(['SUPPORTED', 'MEASURES_TAKEN', 'MEASURES_PROMISED', 'EXPLAINED', 'NOT_SUPPORTED'] as const),
] as const satisfies readonly Outcome[];
const results = [
  ...outcomes,
  ...(['FORWARDED', 'LEFT_UNANSWERED', 'CORRESPONDENCE_ENDED', 'WITHDRAWN'] as const),
] as const satisfies readonly QuestionResult[];

/** In these lists questions have drafts or answers. */
const withAnswers: ReadonlySet<ListCode> = new Set(['TO_APPROVE', 'TO_SIGN', 'SENT_BACK', 'IN_WORK', 'MINE']);

/** In these lists questions have executors. */
const withExecutors: ReadonlySet<ListCode> = new Set([
  'MINE',
  'DEPARTMENT',
  'IN_WORK',
  'DUE_TODAY',
  'OVERDUE',
  'SENT_BACK',
]);

export const choices = {
  /** Whose term was missed. */
  late: choice({
    address: 'late',
    values: ['answer', 'first', 'forward', 'tell'],
    filter: (late) => ({ lateRules: [...lateRules[late]] }),
    label: () => t('worklist.late'),
    all: () => t('worklist.anyLate'),
    word: (late) => t(`worklist.late_${late}`),
  }),
  channel: choice({
    address: 'from',
    values: channels,
    filter: (channel) => ({ channels: [channel] }),
    label: () => t('worklist.from'),
    all: () => t('worklist.allChannels'),
    word: (channel) => t(`parts.channelLong${channel}`),
  }),
  outcome: choice({
    address: 'outcome',
    values: outcomes,
    filter: (outcome) => ({ outcomes: [outcome] }),
    isIn: (worklist) => withAnswers.has(worklist),
    label: () => t('worklist.outcome'),
    all: () => t('worklist.allOutcomes'),
    word: (outcome) => t(`parts.result${outcome}`),
  }),
  /** With what the question ended: the list of what has ended is then asked for by it alone, `worklist-filter.ts`. */
  result: choice({
    address: 'result',
    values: results,
    filter: () => ({}),
    isIn: (worklist) => isReported(worklist) && !worklist.startsWith('MESSAGE'),
    label: () => t('worklist.result'),
    all: () => t('worklist.allResults'),
    word: (result) => t(`parts.result${result}`),
  }),
  /** As a review counts it: neither answered nor ended otherwise. */
  open: choice({
    address: 'open',
    values: ['yes'],
    filter: () => ({ questionStates: ['OPEN', 'ROUTED', 'RETURNED', 'IN_WORK', 'FORWARDING', 'LEAVING'] }),
    isIn: (worklist) => worklist === 'REGISTERED',
    label: () => t('worklist.stillOpen'),
    all: () => t('worklist.anyOpen'),
    word: (open) => t(`worklist.open_${open}`),
  }),
  extended: choice({
    address: 'extended',
    values: ['yes'],
    filter: () => ({ extensions: ['IN_FORCE'] }),
    isIn: (worklist) => worklist === 'ANSWERED' || worklist === 'REGISTERED',
    label: () => t('worklist.extended'),
    all: () => t('worklist.anyExtended'),
    word: (extended) => t(`worklist.extended_${extended}`),
  }),
  sentBy: choice({
    address: 'sender',
    values: ['BODIES', 'APPLICANT', ...senders],
    filter: (sender) => ({ sentBy: sender === 'BODIES' ? [...senders] : [sender] }),
    label: () => t('worklist.sentBy'),
    all: () => t('worklist.anySender'),
    word: (sender) => (sender === 'BODIES' ? t('worklist.sentByBODIES') : t(`parts.sender${sender}`)),
  }),
  repeated: choice({
    address: 'repeated',
    values: ['yes', 'LATE', 'NOT_SATISFIED', 'no'],
    filter: (repeated) =>
      repeated === 'yes' || repeated === 'no' ? { repeated: repeated === 'yes' } : { repeatCauses: [repeated] },
    label: () => t('worklist.repeated'),
    all: () => t('worklist.anyRepeated'),
    word: (repeated) => t(`worklist.repeated_${repeated}`),
  }),
  reopened: choice({
    address: 'again',
    values: ['yes', 'no'],
    filter: (again) => ({ reopened: again === 'yes' ? [1, 2, 3] : [0] }),
    isIn: isReported,
    label: () => t('worklist.reopened'),
    all: () => t('worklist.anyReopened'),
    word: (again) => t(`worklist.reopened_${again}`),
  }),
  collective: choice({
    address: 'collective',
    values: ['yes', 'no'],
    filter: (collective) => ({ collective: collective === 'yes' }),
    label: () => t('worklist.collective'),
    all: () => t('worklist.anyCollective'),
    word: (collective) => t(`worklist.collective_${collective}`),
  }),
  controlled: choice({
    address: 'control',
    values: ['yes', 'no'],
    filter: (controlled) => ({ controlled: controlled === 'yes' }),
    label: () => t('worklist.controlled'),
    all: () => t('worklist.anyControlled'),
    word: (controlled) => t(`worklist.controlled_${controlled}`),
  }),
  acknowledged: choice({
    address: 'read',
    values: ['yes', 'no'],
    filter: (acknowledged) => ({ acknowledged: acknowledged === 'yes' }),
    isIn: (worklist) => withExecutors.has(worklist),
    label: () => t('worklist.acknowledged'),
    all: () => t('worklist.anyAcknowledged'),
    word: (acknowledged) => t(`worklist.acknowledged_${acknowledged}`),
  }),
  /** Only who has an answer gives a rating. */
  rating: choice({
    address: 'rating',
    values: ['1', '2', '3', '4', '5'],
    filter: (rating) => ({ ratings: [Number(rating)] }),
    isIn: (worklist) => worklist === 'REOPENING_REQUESTED',
    label: () => t('worklist.rating'),
    all: () => t('worklist.allRatings'),
    word: (rating) => t('worklist.ratingOf', { rating }),
  }),
} as const;

export type ChoiceField = keyof typeof choices;

/** By field what is chosen; empty: nothing. */
export type Chosen = {
  readonly [Field in ChoiceField]: (typeof choices)[Field]['values'][number] | '';
};

export const choiceFields = Object.keys(choices) as readonly ChoiceField[];

/** Each by its own values. */
export function choiceOf(field: ChoiceField): Choice<string> {
  return choices[field] as Choice<string>;
}

export function chosenIn(search: URLSearchParams): Chosen {
  const entries = choiceFields.map((field) => {
    const { values, address } = choiceOf(field);
    const given = search.get(address);
    return [field, values.find((value) => value === given) ?? ''] as const;
  });
  return Object.fromEntries(entries) as Chosen;
}

export function filterOfChosen(chosen: Chosen): AppealFilter {
  const filters = choiceFields.map((field) => (chosen[field] ? choiceOf(field).filter(chosen[field]) : {}));
  return Object.assign({}, ...filters) as AppealFilter;
}
