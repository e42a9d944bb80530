import { FairPlaces, type DistrictKey } from '@otklik/kernel';
import { availableParallelism } from 'node:os';
import pg, { type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import type { Database, DistrictScope, Transaction } from './district-scope.js';
import { commit, rollBack } from './in-transaction.js';
import { openPool } from './open-pool.js';
import { PLATFORM } from './platform.js';
import { queryInScope } from './scoped-query.js';
import { StatementNames } from './statement-names.js';

export interface DatabaseOptions {
  /** Maximum number of connections; a process keeps ≤ 60 in all. */
  readonly max?: number;
  /** Timeout after which the server cancels a statement, ms. */
  readonly statementTimeoutMs?: number;
  /** Timeout of waiting for a free connection, ms. */
  readonly connectionTimeoutMs?: number;
  /** How long after the statement timeout an answer is still expected, ms; then the connection is taken for dead. */
  readonly silenceMs?: number;
}

const MAX_CONNECTIONS = 8;
/** Of the connections, for statements of one district while others send some, too. */
const SHARE_BESIDE_OTHERS = 0.6;
/** And no more than so many: on few cores further ones only slow each other and the other districts' down. */
const MAX_BESIDE_OTHERS = Math.max(2, availableParallelism());
const DISTRICT_ACTIVE_MS = 10_000;

/**
 * A service's database under the service's own role. No error contains `url`, which holds a password.
 * A connection that broke, or whose state is unknown, is discarded. Statements of one district wait for one another before they
 * take the connections that others need; transactions do not, as one may wait for a statement outside it. Where all connections
 * are lent, districts get the next one in turn.
 */
export function openDatabase(url: string, service: string, options: DatabaseOptions = {}): Database {
  const statementTimeout = options.statementTimeoutMs ?? 30_000;
  const { max = MAX_CONNECTIONS, connectionTimeoutMs = 10_000 } = options;
  const pool = openPool({
    connectionString: url,
    application_name: `otklik ${service}`,
    max,
    connectionTimeoutMillis: connectionTimeoutMs,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + (options.silenceMs ?? 5_000),
    // BEGIN and the districts are sent with the first statement instead of taking a round trip each.
    pipeline: true,
  });
  // Prepares the statement that every scope begins with, ahead of the first of them, which fails if this does.
  pool.on('connect', (client) => client.query(setDistricts([]), () => undefined));
  const maxBeside = Math.min(Math.ceil(max * SHARE_BESIDE_OTHERS), MAX_BESIDE_OTHERS);
  const lending: Lending = {
    pool,
    names: new StatementNames(),
    places: new FairPlaces({
      places: max,
      beside: { statement: maxBeside, transaction: Infinity },
      activeMs: DISTRICT_ACTIVE_MS,
      timeout: { ms: connectionTimeoutMs, error: noConnection },
    }),
  };
  return {
    service,
    scope: (...districts) => scopeOf(lending, districts),
    close: () => pool.end(),
  };
}

interface Lending {
  readonly pool: pg.Pool;
  readonly names: StatementNames;
  readonly places: FairPlaces<'statement' | 'transaction'>;
}

/** As the driver's pool says it. */
const noConnection = (): Error => new Error('timeout exceeded when trying to connect');

function scopeOf({ pool, names, places }: Lending, districts: readonly number[]): DistrictScope {
  if (
    districts.length === 0 ||
    !districts.every((id) => Number.isInteger(id) && id >= PLATFORM && id <= 2_147_483_647)
  ) {
    throw new TypeError('A scope names its districts by positive integers, or the platform by 0.');
  }
  const scope = setDistricts(districts);
  const key: DistrictKey = districts.length > 1 ? 'several' : districts[0]!;
  return {
    districts,
    transaction: (work) =>
      places.run(key, 'transaction', () => transaction(pool, { scope: beginScope(districts), names }, work)),
    query: (statement, values) => {
      places.noteRequest(key);
      return places.run(key, 'statement', () => single(pool, scope, statement, values));
    },
  };
}

interface ScopeStatement extends QueryConfig {
  readonly name: string;
  readonly values: string[];
}

function setDistricts(districts: readonly number[]): ScopeStatement {
  const text = `select set_config('app.districts', $1, true)`;
  return { name: 'otklik.districts', text, values: [`{${districts.join(',')}}`] };
}

/** Statements of a transaction find rows by their keys: one plan serves all values, and planning costs more than running it. */
function beginScope(districts: readonly number[]): ScopeStatement {
  const text = `select set_config('app.districts', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true)`;
  return { name: 'otklik.transaction', text, values: [`{${districts.join(',')}}`] };
}

/** As `inTransaction`, but BEGIN goes with the first statement, and nothing is sent where `work` sends none. */
async function transaction<Result>(
  pool: pg.Pool,
  { scope, names }: { readonly scope: ScopeStatement; readonly names: StatementNames },
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let stage: 'NEW' | 'BEGUN' | 'OVER' = 'NEW';
  const tx: Transaction = {
    query: async <Row extends QueryResultRow>(statement: string | QueryConfig, values?: readonly unknown[]) => {
      // The pool may have lent the connection to another district's scope by now.
      if (stage === 'OVER') throw new Error('The transaction is over.');
      const begin = stage === 'NEW' ? [client.query('begin'), client.query(scope)] : [];
      stage = 'BEGUN';
      const result = client.query<Row>(names.named(statementOf(statement, values)));
      await Promise.all([...begin, result]);
      return result;
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

async function single<Row extends QueryResultRow>(
  pool: pg.Pool,
  scope: ScopeStatement,
  statement: string | QueryConfig,
  values: readonly unknown[] | undefined,
): Promise<QueryResult<Row>> {
  const client = await pool.connect();
  try {
    const result = await queryInScope(client, scope, statementOf(statement, values));
    client.release();
    return result as QueryResult<Row>;
  } catch (error) {
    // An error of the server leaves the connection usable; after any other, answers may still be on their way.
    client.release(isBroken(error));
    throw error;
  }
}

function statementOf(statement: string | QueryConfig, values: readonly unknown[] | undefined): QueryConfig {
  const config = typeof statement === 'string' ? { text: statement } : statement;
  return values === undefined ? config : { ...config, values: [...values] };
}

function isBroken(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || error.severity === 'FATAL' || error.severity === 'PANIC';
}
