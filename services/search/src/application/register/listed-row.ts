import type { LocalDate } from '@otklik/kernel';
import type { QuestionPart } from './question-part.js';
import { responseStateOf, type AppealState, type RegisterRow } from './register-row.js';

/**
 * What a list shows of an appeal, made when the row is written: a list reads twenty of these, not twenty folds and whole
 * texts. Names are not in it: they are the directory's, and may change.
 */
export interface ListedRow {
  readonly id: string;
  readonly receipt: string;
  readonly number?: string;
  readonly registeredOn?: LocalDate;
  readonly regime: string;
  readonly channel: string;
  readonly state: AppealState;
  readonly receivedAt: string;
  readonly excerpt: string;
  readonly dueOn?: LocalDate;
  readonly rating?: number;
  readonly version: number;
  readonly questions: readonly ListedQuestion[];
}

export interface ListedQuestion extends Pick<
  QuestionPart,
  'state' | 'topic' | 'department' | 'reason' | 'executor' | 'deadline' | 'version'
> {
  readonly id: string;
  readonly response?: ListedResponse;
}

export interface ListedResponse {
  readonly id: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly version: number;
}

const EXCERPT = 280;

export function listedRow(row: RegisterRow): ListedRow {
  const { id, receipt, number, registeredOn, regime, channel, state, receivedAt, dueOn, rating, clear, fold } = row;
  return {
    ...{ id, receipt, regime, channel, state, receivedAt },
    ...(number === undefined ? {} : { number }),
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(rating === undefined ? {} : { rating }),
    excerpt: excerptOf(clear.text ?? ''),
    version: fold.appeal.version,
    questions: Object.entries(fold.questions).map(([question, part]) => listedQuestion(row, question, part)),
  };
}

/** By whole characters: a surrogate pair is not cut in two. */
function excerptOf(text: string): string {
  return text.length <= EXCERPT ? text : [...text.slice(0, EXCERPT * 2)].slice(0, EXCERPT).join('');
}

function listedQuestion(row: RegisterRow, id: string, part: QuestionPart): ListedQuestion {
  const { state, topic, department, reason, executor, deadline, version } = part;
  const found = Object.entries(row.fold.responses).find(([, { question }]) => question === id);
  return {
    ...{ id, state, version },
    ...(topic === undefined ? {} : { topic }),
    ...(department === undefined ? {} : { department }),
    ...(reason === undefined ? {} : { reason }),
    ...(executor === undefined ? {} : { executor }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(found ? { response: listedResponse(row, found[0]) } : {}),
  };
}

export function listedResponse({ fold }: Pick<RegisterRow, 'fold'>, id: string): ListedResponse {
  const { answer, draft, version } = fold.responses[id]!;
  return { id, state: responseStateOf(fold, id), outcome: (answer ?? draft)?.outcome ?? null, version };
}
