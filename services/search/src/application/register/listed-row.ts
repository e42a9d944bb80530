import type { AppealFacts } from '@otklik/contracts/allowed-actions';
import type { AppealState, Channel, Outcome, Regime, ResponseState } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import type { ResponsePart } from './response-part.js';
import { appealFacts } from './appeal-state.js';
import type { AppealPart } from './appeal-part.js';
import type { QuestionPart } from './question-part.js';
import { responseState, responseTo, type FoundResponse } from './response-state.js';
import { ofQuestions, type RegisterQuestion, type RegisterRow } from './register-row.js';

/**
 * What a list shows of an appeal, made when the row is written: a list reads twenty of these, not twenty folds and whole
 * texts. Names are not in it: they are the directory's, and may change.
 */
export interface ListedRow extends ListedAppeal {
  readonly dueOn?: LocalDate;
  readonly rating?: number;
  readonly facts: AppealFacts;
  readonly questions: readonly ListedQuestion[];
}

/** What each of its questions shows of an appeal. */
export interface ListedAppeal {
  readonly id: string;
  readonly receipt: string;
  readonly number?: string;
  readonly registeredOn?: LocalDate;
  readonly regime: Regime;
  readonly channel: Channel;
  readonly state: AppealState;
  readonly receivedAt: string;
  readonly version: number;
  /** Code. */
  readonly settlement?: string;
  readonly place?: string;
  readonly excerpt?: string;
  /** How many. */
  readonly hasFiles: number;
  /** Codes of those that consider its questions now. */
  readonly departments: readonly string[];
}

export interface ListedQuestion extends Pick<
  QuestionPart,
  'state' | 'ordinal' | 'topic' | 'department' | 'reason' | 'executor' | 'deadline' | 'version'
> {
  readonly id: string;
  readonly dueOn?: LocalDate;
  readonly termKept?: boolean;
  /** The beginning of its own text, where it has one apart from the appeal's. */
  readonly excerpt?: string;
  readonly response?: ListedResponse;
}

export interface ListedResponse {
  readonly id: string;
  readonly state: ResponseState;
  readonly outcome: Outcome | null;
  readonly version: number;
  readonly stage: ResponsePart['state'];
  /** Of the draft that stands now. */
  readonly drafter?: string;
}

/** A row of the list of questions. */
export interface ListedQuestionRow extends ListedQuestion {
  readonly appeal: ListedAppeal;
}

const EXCERPT_LENGTH = 280;

export function listedRow(row: RegisterRow): ListedRow {
  const { dueOn, rating, questions } = row;
  return {
    ...listedAppeal(row),
    ...present({ dueOn, rating }),
    facts: appealFacts(row.fold.appeal.received!, row.fold.appeal),
    questions: questions.map((question) => listedQuestion(row, question)),
  };
}

export function listedQuestionRow(row: RegisterRow, question: RegisterQuestion): ListedQuestionRow {
  return { ...listedQuestion(row, question), appeal: listedAppeal(row) };
}

export function listedAppeal(row: RegisterRow): ListedAppeal {
  const { id, receipt, number, registeredOn, regime, channel, state, receivedAt, settlement, fold, clear } = row;
  return {
    ...{ id, receipt, regime, channel, state, receivedAt, version: fold.appeal.version },
    ...{ hasFiles: row.erased ? 0 : filesOf(fold.appeal).length, departments: ofQuestions(row, 'department') },
    ...present({ number, registeredOn, settlement, place: clear.place, excerpt: excerptOf(clear.text) }),
  };
}

/** Those of the submission, then those of the supplements. */
export function filesOf({ received, supplements }: AppealPart): AppealReceivedData['files'] {
  return [...(received?.files ?? []), ...supplements.flatMap(({ files }) => files)];
}

/** By whole characters: a surrogate pair is not cut in two. */
function excerptOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= EXCERPT_LENGTH) return text;
  const isCutInTwo = (text.codePointAt(EXCERPT_LENGTH - 1) ?? 0) > 0xffff;
  return text.slice(0, isCutInTwo ? EXCERPT_LENGTH - 1 : EXCERPT_LENGTH);
}

function listedQuestion({ fold, clear }: RegisterRow, question: RegisterQuestion): ListedQuestion {
  const { id, dueOn, termKept } = question;
  const { state, ordinal, topic, department, reason, executor, deadline, version } = fold.questions[id]!;
  const found = responseTo(fold, id);
  return {
    ...{ id, state, version },
    ...present({ ordinal, topic, department, reason, executor, deadline, dueOn, termKept }),
    ...present({ excerpt: excerptOf(clear.questions[id]) }),
    ...(found ? { response: listedResponse({ fold }, found) } : {}),
  };
}

export function listedResponse({ fold }: Pick<RegisterRow, 'fold'>, { id, part }: FoundResponse): ListedResponse {
  const { answer, draft, version } = part;
  return {
    ...{ id, version, state: responseState(fold, part), stage: part.state },
    ...{ outcome: (answer ?? draft)?.outcome ?? null, ...present({ drafter: draft?.by }) },
  };
}

type Present<Values> = { readonly [Name in keyof Values]?: Exclude<Values[Name], undefined> };

function present<Values extends object>(values: Values): Present<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}
