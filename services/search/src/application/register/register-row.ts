import type { LocalDate } from '@otklik/kernel';
import type { AppealFold } from './appeal-fold.js';
import type { AppealPart } from './appeal-part.js';
import type { QuestionPart } from './question-part.js';

export type AppealState =
  'RECEIVED' | 'TAKEN_UP' | 'REGISTERED' | 'ANSWERED' | 'WITHDRAWN' | 'SPAM' | 'DUPLICATE' | 'REOPEN_REQUESTED';

/** A row of the register as lists, filters and the index need it, all made of the fold. */
export interface RegisterRow {
  readonly district: number;
  readonly id: string;
  /** Its number among all changes of the register; set by the database. */
  readonly change: number;
  readonly receipt: string;
  readonly number?: string;
  readonly registeredOn?: LocalDate;
  readonly regime: string;
  readonly channel: string;
  readonly state: AppealState;
  readonly receivedAt: string;
  readonly receivedOn: LocalDate;
  /** The nearest deadline of its open questions. */
  readonly dueOn?: LocalDate;
  readonly rating?: number;
  readonly departments: readonly string[];
  readonly topics: readonly string[];
  readonly executors: readonly string[];
  readonly questionStates: readonly string[];
  readonly responseStates: readonly string[];
  readonly settlement?: string;
  readonly person: string;
  readonly erased: boolean;
  readonly clear: ClearTexts;
  readonly fold: AppealFold;
}

/** What is searched, and therefore stands open in the register until the person is erased. */
export interface ClearTexts {
  readonly text?: string;
  readonly place?: string;
  readonly supplements: readonly string[];
  readonly answers: readonly string[];
}

export const nothingClear: ClearTexts = { supplements: [], answers: [] };

/** Undefined until the appeal's first fact has come, whatever came of the other topics before it. */
export function registerRow(
  key: { readonly district: number; readonly id: string; readonly change: number },
  fold: AppealFold,
  clear: ClearTexts,
): RegisterRow | undefined {
  const { appeal } = fold;
  if (!appeal.received) return undefined;
  const { receipt, channel, receivedAt, receivedOn, settlement, person, regime } = appeal.received;
  const questions = Object.values(fold.questions);
  const dueOn = nearestDeadline(questions);
  return {
    ...key,
    ...(appeal.registered ?? {}),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(appeal.rating === undefined ? {} : { rating: appeal.rating.score }),
    ...(settlement === undefined ? {} : { settlement }),
    receipt,
    channel,
    receivedAt,
    receivedOn,
    person,
    regime: appeal.regime ?? regime,
    state: appealState(appeal, questions),
    departments: distinct(questions.map(({ department }) => department)),
    topics: distinct(questions.map(({ topic }) => topic)),
    executors: distinct(questions.map(({ executor }) => executor)),
    questionStates: distinct(questions.map(({ state }) => state)),
    responseStates: responseStates(fold),
    erased: appeal.erased,
    clear: appeal.erased ? nothingClear : clear,
    fold,
  };
}

export function appealState(appeal: AppealPart, questions: readonly QuestionPart[]): AppealState {
  if (appeal.withdrawn) return 'WITHDRAWN';
  if (appeal.reopening) return 'REOPEN_REQUESTED';
  const live = questions.filter(({ state }) => state !== 'CLOSED');
  if (live.length > 0 && live.every(({ state }) => state === 'ANSWERED')) return 'ANSWERED';
  if (appeal.registered) return 'REGISTERED';
  return appeal.decision ?? 'RECEIVED';
}

export function isOpen({ state }: QuestionPart): boolean {
  return state !== 'ANSWERED' && state !== 'CLOSED';
}

function nearestDeadline(questions: readonly QuestionPart[]): LocalDate | undefined {
  return questions
    .filter(isOpen)
    .flatMap(({ deadline }) => (deadline ? [deadline.dueOn] : []))
    .sort()[0];
}

/** As the SDL names it: signed and proved to be sent is `DISPATCHED`; closed without one is no answer. */
export function responseStateOf(fold: AppealFold, stream: string): string {
  const response = fold.responses[stream];
  if (!response) return 'OPEN';
  if (response.state === 'CLOSED') return 'OPEN';
  const sent = Object.values(fold.notices).some(
    (notice) => notice.kind === 'ANSWERED' && notice.state === 'DISPATCHED' && notice.about === response.question,
  );
  return response.state === 'SIGNED' && sent ? 'DISPATCHED' : response.state;
}

function responseStates(fold: AppealFold): readonly string[] {
  return distinct(Object.keys(fold.responses).map((stream) => responseStateOf(fold, stream)));
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  const known = values.filter((value) => value !== undefined);
  // Lists read thousands of rows a second, and most of them have one question or none.
  return known.length < 2 ? known : [...new Set(known)].sort();
}
