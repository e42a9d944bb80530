import type { OfficeDocument } from '@otklik/kernel/office-files';
import type { BoardQuery } from '../../generated/graphql.js';
import { fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import type { Numbers, Period } from './board-numbers.js';
import { share, type BoardRow } from './board-table.js';
import { rowsOf } from './use-board.js';

type Board = BoardQuery['board'];
type Whole = Board['whole'];

/** Columns of counts: each is the total of the list to which the board's number leads. */
export const weekNames = ['open', 'dueToday', 'coming', 'overdue', 'answered', 'kept', 'late', 'sameDay'] as const;

/** The head's week: the board of seven days, and the answers of the seven days before beside them. */
export function weekDocument(
  { board, before }: { readonly board: Board; readonly before: Whole },
  { district, period }: { readonly district: string; readonly period: Period },
): OfficeDocument {
  const { departments, topics, executors, whole } = rowsOf(board);
  return {
    title: t('files.weekTitle', { district, from: fullDate(period.from), to: fullDate(period.to) }),
    text: sentences(board.whole, before),
    tables: [
      table(t('overview.byDepartment'), t('overview.department'), [...departments, ...(whole ? [whole] : [])]),
      table(t('overview.byTopic'), t('overview.topic'), topics),
      table(t('overview.byExecutor'), t('overview.executor'), executors),
      {
        title: t('overview.comingDays'),
        head: [t('files.day'), t('files.questions')],
        rows: board.coming.map(({ on, due }) => [fullDate(on), due]),
      },
    ],
    notes: [t('files.weekCounted')],
  };
}

function sentences(now: Whole, before: Whole): readonly string[] {
  const { open, overdue, dueToday, coming, unassigned, answered, kept, late, sameDay } = now;
  return [
    t('files.weekOpen', { open, overdue, dueToday, coming, unassigned }),
    t('files.weekAnswered', { answered, kept, late, sameDay, share: keptShare(now) }),
    t('files.weekBefore', { answered: before.answered, share: keptShare(before) }),
  ];
}

function keptShare({ kept, late }: Pick<Numbers, 'kept' | 'late'>): string {
  return share(kept, kept + late);
}

function table(title: string, first: string, rows: readonly BoardRow[]): OfficeDocument['tables'][number] {
  return {
    title,
    head: [first, ...weekNames.map((name) => t(`files.${name}`)), t('files.keptShare')],
    rows: rows.map(({ name, numbers }) => [name, ...weekNames.map((of) => numbers[of]), keptShare(numbers)]),
  };
}
