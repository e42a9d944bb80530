import pg, { type QueryConfig, type QueryResult } from 'pg';

/** The internals of the driver's query that `ScopedQuery` overrides (pg 8.23; checked by postgres-database.spec.ts). */
interface DriverQuery {
  prepare(connection: DriverConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: DriverConnection): void;
}

interface DriverConnection {
  bind(message: { statement: string; values: readonly unknown[] }): void;
  execute(message: object): void;
}

/** A statement that is prepared on the connection, with its parameters. */
interface PreparedScope {
  readonly name: string;
  readonly values: readonly unknown[];
}

type Callback = (error: Error | undefined, result: QueryResult) => void;
const DriverQuery = pg.Query as unknown as new (
  config: QueryConfig,
  values: undefined,
  callback: Callback,
) => DriverQuery;

/**
 * A statement behind another one without a Sync between them, which makes both one implicit transaction. Spares BEGIN and
 * COMMIT: with them a statement costs 95 µs more, 18 % of a worklist (`npm run bench -- gateway`).
 */
class ScopedQuery extends DriverQuery {
  private isScopeSet = false;

  constructor(
    private readonly scope: PreparedScope,
    config: QueryConfig,
    callback: Callback,
  ) {
    super({ ...config, queryMode: 'extended' } as QueryConfig, undefined, callback);
  }

  override prepare(connection: DriverConnection): void {
    connection.bind({ statement: this.scope.name, values: this.scope.values });
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.isScopeSet) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: DriverConnection): void {
    if (this.isScopeSet) super.handleCommandComplete(message, connection);
    this.isScopeSet = true;
  }
}

/** Runs `scope`, which is prepared on the connection, and the statement as one transaction in one round trip. */
export function queryInScope(
  client: pg.ClientBase,
  scope: PreparedScope,
  statement: QueryConfig,
): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const done: Callback = (error, result) => (error ? reject(error) : resolve(result));
    client.query(new ScopedQuery(scope, statement, done) as unknown as pg.Submittable);
  });
}
