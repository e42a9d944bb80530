import type { WorklistAppealFragment, WorklistQuestionFragment } from '../../generated/graphql.js';
import type { Action, DecidedBy, QuestionResult } from '../../generated/enumerations.js';
import { dayIn } from '../../parts/dates.js';
import { shownGist, type Gisted } from '../../parts/gist.js';
import { shortNumber } from '../../parts/short-number.js';
import { urgentWords } from '../../parts/urgent-words.js';
import type { WordId } from '../../words/words.js';

/** A row of the worklist, whether the list is of questions or of appeals. */
export interface ListItem {
  /** The question, or the appeal where the list is of appeals. */
  readonly id: string;
  readonly appeal: string;
  readonly question: string | undefined;
  readonly version: number;
  /** The registration number, or the receipt before it. */
  readonly number: string;
  readonly shortNumber: string;
  /** Undefined before it. */
  readonly registeredOn: string | undefined;
  readonly receivedAt: string;
  readonly channel: WorklistAppealFragment['channel'];
  /** Where a message of a network was written. */
  readonly source: WorklistAppealFragment['source'];
  readonly sentBy: WorklistAppealFragment['sentBy'];
  /** The day by which the body that sent it on asks for the answer. */
  readonly bodyTerm: string | undefined;
  /** Number of the earlier appeal that it repeats. */
  readonly repeatOf: string | undefined;
  readonly gist: string | null;
  readonly place: string | undefined;
  readonly settlement: string | undefined;
  readonly executor: string | undefined;
  /** Who named the executor, and when. */
  readonly assignedBy: string | undefined;
  readonly assignedAt: string | undefined;
  /** When the executor has read it. */
  readonly acknowledgedAt: string | undefined;
  /** The reader's part of the answer as a co-executor. */
  readonly ownPart: WorklistQuestionFragment['ownPart'];
  readonly department: { readonly code: string; readonly name: string } | undefined;
  readonly topic: { readonly code: string; readonly name: string } | undefined;
  readonly reason:
    { readonly rule: string | null; readonly words: readonly string[]; readonly by?: DecidedBy | null } | undefined;
  /** The term that it is due by. */
  readonly dueTerm: WorklistQuestionFragment['dueTerm'];
  readonly stage: WordId;
  readonly dueOn: string | undefined;
  /** The last instant of a term in hours. */
  readonly dueAt: string | undefined;
  /** The last reminder of a term that runs. */
  readonly warning: WorklistAppealFragment['warning'];
  readonly files: number;
  /** With what the question ended; of an appeal, each of its questions. */
  readonly results: readonly QuestionResult[];
  /** Codes of the common classifier, with their names. */
  readonly classified: readonly Classified[];
  /** The answer to the question. */
  readonly response: WorklistQuestionFragment['response'] | undefined;
  /** What the official may do with it now. */
  readonly allowedActions: readonly Action[];
}

export function questionItem(row: WorklistQuestionFragment): ListItem {
  const { appeal } = row;
  return {
    ...appealPart(appeal),
    id: row.id,
    question: row.id,
    version: row.version,
    gist: gistIn(appeal, row),
    executor: row.executor?.name,
    assignedBy: row.assignedBy?.name,
    assignedAt: row.assignedAt ?? undefined,
    acknowledgedAt: row.acknowledgedAt ?? undefined,
    ownPart: row.ownPart,
    department: row.department ?? undefined,
    topic: row.topic ?? undefined,
    reason: row.reason ?? undefined,
    dueTerm: row.dueTerm,
    stage: stageOf(row),
    dueOn: row.dueOn ?? undefined,
    dueAt: row.dueAt ?? undefined,
    warning: row.warning,
    ...endsOf([row]),
    response: row.response,
    allowedActions: row.allowedActions,
  };
}

export function appealItem(row: WorklistAppealFragment): ListItem {
  const [question] = row.questions;
  return {
    ...appealPart(row),
    id: row.id,
    question: undefined,
    version: row.version,
    gist: gistIn(row, row),
    executor: question?.executor?.name,
    assignedBy: undefined,
    assignedAt: undefined,
    acknowledgedAt: undefined,
    ownPart: null,
    department: question?.department ?? undefined,
    topic: question?.topic ?? undefined,
    reason: undefined,
    dueTerm: null,
    stage: `worklist.appeal${row.state}`,
    dueOn: row.dueOn ?? undefined,
    dueAt: row.dueAt ?? undefined,
    warning: row.warning,
    ...endsOf(row.questions),
    response: undefined,
    allowedActions: row.allowedActions,
  };
}

/** What is urgent says so first. */
function gistIn(appeal: Parameters<typeof urgentWords>[0], row: Gisted): string | null {
  const [urgent, gist] = [urgentWords(appeal), shownGist(row)];
  return urgent === '' ? gist : [urgent, ...(gist === null ? [] : [gist])].join('. ');
}

/** The date of its registration; before it the district's day on which it came. */
export function dateOf(
  { registeredOn, receivedAt }: Pick<ListItem, 'registeredOn' | 'receivedAt'>,
  zone: string,
): string {
  return registeredOn ?? dayIn(zone, receivedAt);
}

type Classified = NonNullable<WorklistQuestionFragment['classified']>;
type Ended = Pick<WorklistQuestionFragment, 'result' | 'classified'>;

function endsOf(questions: readonly Ended[]): Pick<ListItem, 'results' | 'classified'> {
  return {
    results: questions.flatMap(({ result }) => result ?? []),
    classified: questions.flatMap(({ classified }) => classified ?? []),
  };
}

type AppealPart = Pick<
  WorklistAppealFragment,
  | 'id'
  | 'number'
  | 'receipt'
  | 'registeredOn'
  | 'receivedAt'
  | 'channel'
  | 'source'
  | 'sentBy'
  | 'bodyTerm'
  | 'repeatOf'
  | 'place'
  | 'fileCount'
  | 'settlement'
>;

function appealPart(appeal: AppealPart) {
  const number = appeal.number ?? appeal.receipt;
  return {
    appeal: appeal.id,
    number,
    shortNumber: shortNumber(appeal),
    registeredOn: appeal.registeredOn ?? undefined,
    receivedAt: appeal.receivedAt,
    channel: appeal.channel,
    source: appeal.source,
    sentBy: appeal.sentBy,
    bodyTerm: appeal.bodyTerm ?? undefined,
    repeatOf: appeal.repeatOf?.number,
    place: appeal.place ?? undefined,
    settlement: appeal.settlement?.name,
    files: appeal.fileCount,
  };
}

/** Where the question is on its way to the answer. */
export function stageOf(
  row: Pick<WorklistQuestionFragment, 'state' | 'response' | 'executor'> & {
    readonly dueOn?: string | null;
    readonly awaitsLetterToBody?: boolean;
  },
): WordId {
  if (row.awaitsLetterToBody) return 'worklist.questionAWAITS_LETTER';
  if (row.state === 'IN_WORK') return `worklist.response${row.response?.state ?? 'OPEN'}`;
  if (row.state === 'ROUTED' && !row.executor) return 'worklist.questionUNASSIGNED';
  // Of an answered question only promised measures are due.
  if (row.state === 'ANSWERED' && row.dueOn) return 'worklist.questionPROMISED';
  return `worklist.question${row.state}`;
}
