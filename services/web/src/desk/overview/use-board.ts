import { useQuery } from 'urql';
import { useAddress } from '../../frame/address.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import type { BoardQuery } from '../../generated/graphql.js';
import { dayAfter, dayIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { listHref, type NumberName, type Numbers, type Period, type Whose } from './board-numbers.js';
import type { BoardRow } from './board-table.js';
import { boardDocument } from './overview.queries.js';

const WEEK_DAYS = 7;
/** Days of the answers that are counted. */
export const periods = ['7', '30', '90', '365'] as const;
export type PeriodDays = (typeof periods)[number];

export function periodOf(length: PeriodDays, today: string): Period {
  return { from: dayAfter(today, 1 - Number(length)), to: today };
}

/** The board of the period that the address names. */
export function useBoard() {
  const { code: district, zone } = useDistrict();
  const { get, set } = useAddress();
  const today = dayIn(zone, Date.now());
  const length = periods.find((one) => one === get('days')) ?? '30';
  const period = periodOf(length, today);
  const [{ data, error }, again] = useQuery({ query: operation(boardDocument), variables: { district, ...period } });
  const days = { period, week: { from: today, to: dayAfter(today, WEEK_DAYS - 1) } };
  return {
    district,
    today,
    length,
    board: data?.board,
    failed: error !== undefined,
    choose: (next: string) => set({ days: next }, { replace: true }),
    again: () => again({ requestPolicy: 'network-only' }),
    hrefOf: (name: NumberName, whose: Whose = {}) => listHref(district, name, whose, days),
  };
}

type Board = BoardQuery['board'];

export interface BoardRows {
  readonly departments: readonly BoardRow[];
  readonly topics: readonly BoardRow[];
  readonly executors: readonly BoardRow[];
  readonly whole: BoardRow | undefined;
}

export function rowsOf(board: Board | undefined): BoardRows {
  if (!board) return { departments: [], topics: [], executors: [], whole: undefined };
  const departments = board.departments.map((line) => ({
    name: line.name,
    whose: { department: line.code },
    numbers: line,
  }));
  return {
    departments: [...departments, ...withoutDepartment(departments, board.whole)],
    topics: board.topics.map((line) => ({ name: line.name, whose: { topic: line.code }, numbers: line })),
    executors: board.executors.map(({ id, executor, ...numbers }) => ({
      name: executor?.name ?? t('overview.unknownExecutor'),
      whose: { executor: id },
      numbers,
    })),
    whole: { name: t('overview.whole'), whose: {}, numbers: board.whole },
  };
}

/** What no department has yet, so that the lines add up to the district's; no list is narrowed to it. */
function withoutDepartment(lines: readonly BoardRow[], whole: Numbers): readonly BoardRow[] {
  const names = ['open', 'dueToday', 'coming', 'overdue', 'answered', 'kept', 'late', 'sameDay'] as const;
  const rest = (name: keyof Numbers): number => lines.reduce((left, { numbers }) => left - numbers[name], whole[name]);
  const numbers = Object.fromEntries(names.map((name) => [name, rest(name)])) as unknown as Numbers;
  return names.some((name) => numbers[name] > 0)
    ? [{ name: t('overview.withoutDepartment'), whose: undefined, numbers }]
    : [];
}
