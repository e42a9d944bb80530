import type { QuestionState } from '@otklik/contracts/enumerations';
import { questionColumns, type QuestionColumn, type RegisterColumn } from '../list/register-columns.js';
import type { QuestionValues } from '../list/column-values.js';
import type { RegisterRow } from '../list/register-row.js';
import { openStates } from '../list/worklists.js';

/*
 * What the board and the totals of lists count, kept as it changes: each question is counted in some cells, and whatever moves it
 * takes it out of those in which it was and puts it into those in which it is.
 */

/**
 * `OPEN` and `PROMISED` by the end of the term; `ANSWERED` and `PROMISE_ENDED` by the day on which it was done; `TOTAL`: of the lists
 * of appeals or questions by one value.
 */
export type TallyKind = 'OPEN' | 'ANSWERED' | 'PROMISED' | 'PROMISE_ENDED' | 'TOTAL';
/** Each question is counted in one cell by department, with an empty value where it has none: together they are the whole. */
type TallyBy = 'DEPARTMENT' | 'TOPIC' | 'EXECUTOR' | 'APPEALS' | 'QUESTIONS';
export type TallyMark = 'UNASSIGNED' | 'EXTENDED' | 'KEPT' | 'LATE' | 'SAME_DAY';

export interface TallyCell {
  readonly district: number;
  readonly kind: TallyKind;
  /** As `dueUntil`, or a date; empty where there is none. */
  readonly day: string;
  readonly by: TallyBy;
  readonly value: string;
  /** With a space after each. */
  readonly marks: string;
}

export interface TallyChange extends TallyCell {
  readonly n: number;
}

/** The columns of questions of which the values are counted. */
export const countedColumns: ReadonlySet<RegisterColumn> = new Set(
  (Object.keys(questionColumns) as QuestionColumn[]).filter((column) => 'isCounted' in questionColumns[column]),
);

const withoutExecutor: readonly string[] = ['OPEN', 'ROUTED', 'RETURNED'] satisfies readonly QuestionState[];
const isOpen: ReadonlySet<string> = new Set(openStates);

/** By how much each cell changes when these rows take the place of those. */
export function tallyChanges(
  moved: readonly { readonly was: RegisterRow | undefined; readonly row: RegisterRow | undefined }[],
): readonly TallyChange[] {
  const changes = new Map<string, TallyChange>();
  const add = (cell: TallyCell, n: number): void => {
    const key = [cell.district, cell.kind, cell.day, cell.by, cell.value, cell.marks].join('\n');
    changes.set(key, { ...cell, n: (changes.get(key)?.n ?? 0) + n });
  };
  for (const { was, row } of moved) {
    for (const cell of cellsOf(was)) add(cell, -1);
    for (const cell of cellsOf(row)) add(cell, 1);
  }
  return [...changes.values()].filter(({ n }) => n !== 0);
}

/** Where the total of a list by one value is stored. */
export function totalKey(
  of: 'APPEALS' | 'QUESTIONS',
  column: RegisterColumn,
  value: unknown,
): Pick<TallyCell, 'kind' | 'by' | 'value'> {
  return { kind: 'TOTAL', by: of, value: `${column}=${String(value)}` };
}

function cellsOf(row: RegisterRow | undefined): readonly TallyCell[] {
  if (!row) return [];
  const { district, questions } = row;
  const values = questions.map(countedValues);
  const totals = [
    ...[...new Set(values.flat())].map((value) => ({ by: 'APPEALS', value }) as const),
    ...values.flat().map((value) => ({ by: 'QUESTIONS', value }) as const),
  ];
  return [
    ...questions.flatMap((question) =>
      standings(question).flatMap((standing) =>
        groupsOf(question).map((group) => ({ district, ...standing, ...group })),
      ),
    ),
    ...totals.map((total) => ({ district, kind: 'TOTAL', day: '', marks: '', ...total }) as const),
  ];
}

function countedValues(question: QuestionValues): readonly string[] {
  const held: Readonly<Partial<Record<RegisterColumn, unknown>>> = question;
  return [...countedColumns].flatMap((column) =>
    held[column] === undefined ? [] : totalKey('QUESTIONS', column, held[column]).value,
  );
}

function groupsOf({ department = '', topic, executor }: QuestionValues): readonly Pick<TallyCell, 'by' | 'value'>[] {
  return [
    { by: 'DEPARTMENT', value: department },
    ...(topic === undefined ? [] : [{ by: 'TOPIC', value: topic } as const]),
    ...(executor === undefined ? [] : [{ by: 'EXECUTOR', value: executor } as const]),
  ];
}

type Standing = Pick<TallyCell, 'kind' | 'day' | 'marks'>;

function standings(question: QuestionValues): readonly Standing[] {
  const { questionState, due = '', answeredOn, promise, promiseKeptOn = '' } = question;
  const found: Standing[] = [];
  if (isOpen.has(questionState)) found.push({ kind: 'OPEN', day: due, marks: marksOf(openMarks(question)) });
  if (questionState === 'ANSWERED' && answeredOn !== undefined)
    found.push({ kind: 'ANSWERED', day: answeredOn, marks: marksOf(answeredMarks(question)) });
  if (promise === 'WAITING') found.push({ kind: 'PROMISED', day: due, marks: '' });
  else if (promise !== undefined) found.push({ kind: 'PROMISE_ENDED', day: promiseKeptOn, marks: marksOf([promise]) });
  return found;
}

function marksOf(marks: readonly (TallyMark | false)[]): string {
  return marks.flatMap((mark) => (mark ? `${mark} ` : [])).join('');
}

function openMarks({ questionState, extension }: QuestionValues): readonly (TallyMark | false)[] {
  return [withoutExecutor.includes(questionState) && 'UNASSIGNED', extension === 'IN_FORCE' && 'EXTENDED'];
}

function answeredMarks({ termKept, sameDay }: QuestionValues): readonly (TallyMark | false)[] {
  return [termKept === true && 'KEPT', termKept === false && 'LATE', sameDay === true && 'SAME_DAY'];
}
