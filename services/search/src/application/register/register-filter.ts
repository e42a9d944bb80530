import type { LocalDate } from '@otklik/kernel';
import type { RegisterFacets } from './register-facets.js';
import type { RegisterRow } from './register-row.js';

/** Within a field any of the values, between fields all of them. */
export interface RegisterFilter {
  readonly states?: readonly string[];
  readonly questionStates?: readonly string[];
  readonly responseStates?: readonly string[];
  readonly regimes?: readonly string[];
  readonly departments?: readonly string[];
  readonly topics?: readonly string[];
  readonly executor?: string;
  /** Due on or before this day. */
  readonly dueBy?: LocalDate;
  readonly overdue?: boolean;
  readonly receivedFrom?: LocalDate;
  readonly receivedTo?: LocalDate;
  /** Today in each district, by id; needed for `overdue`. */
  readonly today?: Readonly<Record<number, LocalDate>>;
}

export function isOverdue(row: Pick<RegisterRow, 'dueOn'>, today: LocalDate | undefined): boolean {
  return row.dueOn !== undefined && today !== undefined && row.dueOn < today;
}

/** The same that the database's condition says; for live lists and the twin of the index. */
export function meets(row: RegisterFacets, filter: RegisterFilter): boolean {
  const { states, questionStates, responseStates, regimes, departments, topics, executor } = filter;
  return (
    among([row.state], states) &&
    among([row.regime], regimes) &&
    among(row.questionStates, questionStates) &&
    among(row.responseStates, responseStates) &&
    among(row.departments, departments) &&
    among(row.topics, topics) &&
    among(row.executors, executor === undefined ? undefined : [executor]) &&
    inTime(row, filter)
  );
}

function among(values: readonly string[], wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || values.some((value) => wanted.includes(value));
}

function inTime(row: RegisterFacets, { dueBy, overdue, receivedFrom, receivedTo, today }: RegisterFilter): boolean {
  if (dueBy !== undefined && (row.dueOn === undefined || row.dueOn > dueBy)) return false;
  if (overdue !== undefined && isOverdue(row, today?.[row.district]) !== overdue) return false;
  if (receivedFrom !== undefined && row.receivedOn < receivedFrom) return false;
  return receivedTo === undefined || row.receivedOn <= receivedTo;
}
