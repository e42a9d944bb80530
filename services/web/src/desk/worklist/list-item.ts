import type { WorklistAppealFragment, WorklistQuestionFragment } from '../../generated/graphql.js';
import type { Action } from '../../generated/enumerations.js';
import { gistOf } from '../../parts/gist.js';
import { shortNumber } from '../../parts/short-number.js';
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
  readonly date: string;
  readonly receivedAt: string;
  readonly channel: WorklistAppealFragment['channel'];
  readonly gist: string | null;
  readonly place: string | undefined;
  readonly settlement: string | undefined;
  readonly executor: string | undefined;
  readonly department: { readonly code: string; readonly name: string } | undefined;
  readonly topic: { readonly code: string; readonly name: string } | undefined;
  readonly reason: { readonly rule: string | null; readonly words: readonly string[] } | undefined;
  readonly deadlineSource: string | undefined;
  readonly stage: WordId;
  readonly dueOn: string | undefined;
  readonly files: number;
  /** What the official may do with it now. */
  readonly actions: readonly Action[];
}

export function questionItem(row: WorklistQuestionFragment): ListItem {
  const { appeal } = row;
  return {
    ...appealPart(appeal),
    id: row.id,
    question: row.id,
    version: row.version,
    gist: gistOf(row.excerpt),
    executor: row.executor?.name,
    department: row.department ?? undefined,
    topic: row.topic ?? undefined,
    reason: row.reason ?? undefined,
    deadlineSource: row.deadline?.source,
    stage: stageOf(row),
    dueOn: row.dueOn ?? undefined,
    actions: row.allowedActions,
  };
}

export function appealItem(row: WorklistAppealFragment): ListItem {
  const [question] = row.questions;
  return {
    ...appealPart(row),
    id: row.id,
    question: undefined,
    version: row.version,
    gist: gistOf(row.excerpt),
    executor: question?.executor?.name,
    department: question?.department ?? undefined,
    topic: question?.topic ?? undefined,
    reason: undefined,
    deadlineSource: undefined,
    stage: `worklist.appeal${row.state}`,
    dueOn: row.dueOn ?? undefined,
    actions: row.allowedActions,
  };
}

type AppealPart = Pick<
  WorklistAppealFragment,
  'id' | 'number' | 'receipt' | 'registeredOn' | 'receivedAt' | 'channel' | 'place' | 'hasFiles' | 'settlement'
>;

function appealPart(appeal: AppealPart) {
  const number = appeal.number ?? appeal.receipt;
  return {
    appeal: appeal.id,
    number,
    shortNumber: shortNumber(appeal),
    date: appeal.registeredOn ?? appeal.receivedAt.slice(0, 10),
    receivedAt: appeal.receivedAt,
    channel: appeal.channel,
    place: appeal.place ?? undefined,
    settlement: appeal.settlement?.name,
    files: appeal.hasFiles,
  };
}

/** Where the question is on its way to the answer. */
export function stageOf(row: Pick<WorklistQuestionFragment, 'state' | 'response' | 'executor'>): WordId {
  if (row.state === 'IN_WORK') return `worklist.response${row.response?.state ?? 'OPEN'}`;
  if (row.state === 'ROUTED' && !row.executor) return 'worklist.questionUNASSIGNED';
  return `worklist.question${row.state}`;
}
