import { isPgReadTimeout } from '@otklik/kernel';
import pg, { type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import type { Database, DistrictScope, Transaction } from './district-scope.js';
import { inOneFlight, type Ahead } from './flight-query.js';

export interface DatabaseOptions {
  /** Connections at most; a process keeps ≤ 60 in all. */
  readonly max?: number;
  /** The longest that a statement may run, ms; after it the server cancels it. */
  readonly statementTimeoutMs?: number;
  /** The longest wait for a free connection, ms. */
  readonly connectionTimeoutMs?: number;
  /** How much longer than the statement may run its answer is waited for, ms: then the connection is dead, not slow. */
  readonly silenceMs?: number;
}

/**
 * A service's database under the service's own role. Nothing of `url` (it holds a password) is told in an error.
 * A client that broke, or whose state is not known for certain, is thrown away and never used again.
 */
export function openDatabase(url: string, service: string, options: DatabaseOptions = {}): Database {
  const statementTimeout = options.statementTimeoutMs ?? 30_000;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `otklik ${service}`,
    max: options.max ?? 8,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + (options.silenceMs ?? 5_000),
    keepAlive: true,
  });
  // A connection lost between two statements says so here; the next statement on it fails and it is discarded.
  const lost = (): void => undefined;
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return {
    service,
    scope: (...districts) => scopeOf(pool, districts),
    close: () => pool.end(),
  };
}

function scopeOf(pool: pg.Pool, districts: readonly number[]): DistrictScope {
  const set = setDistricts(districts);
  return {
    districts,
    transaction: (work) => transaction(pool, [BEGIN, set], work),
    query: (statement, values) => single(pool, [set], statement, values),
  };
}

const BEGIN: Ahead = { name: 'otklik.begin', text: 'begin', values: [] };

function setDistricts(districts: readonly number[]): Ahead {
  if (districts.length === 0 || !districts.every((id) => Number.isInteger(id) && id > 0 && id <= 2_147_483_647)) {
    throw new TypeError('A scope names its districts: at least one positive integer.');
  }
  const text = `select set_config('app.districts', $1, true)`;
  return { name: 'otklik.districts', text, values: [`{${districts.join(',')}}`] };
}

async function transaction<Result>(
  pool: pg.Pool,
  beginning: readonly Ahead[],
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let stage: 'NEW' | 'BEGUN' | 'OVER' = 'NEW';
  const tx: Transaction = {
    query: <Row extends QueryResultRow>(statement: string | QueryConfig, values?: readonly unknown[]) => {
      // Later the client may be in another district's hands.
      if (stage === 'OVER') return Promise.reject(new Error('The transaction is over.'));
      if (stage === 'BEGUN') return client.query<Row>(...given(statement, values));
      stage = 'BEGUN';
      // BEGIN and the districts travel with the first statement.
      return inOneFlight(client, beginning, ...flown(statement, values)) as Promise<QueryResult<Row>>;
    },
  };
  const end = (): boolean => {
    const begun = stage === 'BEGUN';
    stage = 'OVER';
    return begun;
  };
  try {
    const result = await work(tx);
    if (end()) await commit(client);
    client.release();
    return result;
  } catch (error) {
    end();
    await rollBack(client, error);
    throw error;
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  const ended = await client.query('commit');
  // COMMIT of a transaction in which a statement failed and whose error was caught is answered by ROLLBACK.
  if (ended.command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.');
}

async function rollBack(client: pg.PoolClient, cause: unknown): Promise<void> {
  if (isPgReadTimeout(cause)) return client.release(true);
  try {
    await client.query('rollback');
    client.release();
  } catch {
    // The cause is thrown; this one only tells that the client is broken.
    client.release(true);
  }
}

async function single<Row extends QueryResultRow>(
  pool: pg.Pool,
  ahead: readonly Ahead[],
  statement: string | QueryConfig,
  values: readonly unknown[] | undefined,
): Promise<QueryResult<Row>> {
  const client = await pool.connect();
  try {
    const result = await inOneFlight(client, ahead, ...flown(statement, values));
    client.release();
    return result as QueryResult<Row>;
  } catch (error) {
    // An answer of the server ends the statement; after anything else nobody knows what is still on its way.
    client.release(!(error instanceof pg.DatabaseError) || isFatal(error));
    throw error;
  }
}

function given(
  statement: string | QueryConfig,
  values: readonly unknown[] | undefined,
): [QueryConfig | string, unknown[]?] {
  return values === undefined ? [statement] : [statement, [...values]];
}

function flown(
  statement: string | QueryConfig,
  values: readonly unknown[] | undefined,
): [QueryConfig, unknown[] | undefined] {
  const config = typeof statement === 'string' ? { text: statement } : statement;
  return [config, values === undefined ? undefined : [...values]];
}

function isFatal(error: pg.DatabaseError): boolean {
  return error.severity === 'FATAL' || error.severity === 'PANIC';
}
