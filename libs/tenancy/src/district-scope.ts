import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** A statement inside a transaction whose districts are set. */
export interface Transaction {
  query<Row extends QueryResultRow = QueryResultRow>(
    statement: string | QueryConfig,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>>;
}

/**
 * A service's only access to its tables: row-level security limits each transaction to the rows of these districts.
 */
export interface DistrictScope {
  readonly districts: readonly number[];
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** One statement in a transaction of its own, in one round trip. */
  query<Row extends QueryResultRow = QueryResultRow>(
    statement: string | QueryConfig,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>>;
}

/** The pool of one service under one role. */
export abstract class Database {
  abstract readonly service: string;
  abstract scope(...districts: readonly [number, ...number[]]): DistrictScope;
  abstract close(): Promise<void>;
}
