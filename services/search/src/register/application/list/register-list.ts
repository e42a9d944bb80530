import type { PageRequest } from '@otklik/kernel';
import type { orderRules } from './order-rules.js';
import type { RegisterFilter } from './register-filter.js';

export type RegisterOrder = keyof typeof orderRules;

/** Position of a row in a list: the value that it is ordered by, and its id. */
export type ListPosition = readonly [key: string, id: string];

export interface ListRequest extends PageRequest<ListPosition> {
  readonly district: number;
  readonly filter: RegisterFilter;
  readonly order: RegisterOrder;
}

/** A row of a page and its position in its list. */
export interface ListedAt<Row> {
  readonly row: Row;
  readonly position: ListPosition;
}

export interface Total {
  readonly count: number;
  /** False: there are more than `count`, which was as far as it was counted. */
  readonly isExact: boolean;
}
