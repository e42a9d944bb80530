import pg, { type QueryConfig, type QueryResult } from 'pg';

/** The parts of the driver's query that one statement with its districts needs (pg 8.23; held by postgres-database.spec.ts). */
interface DriverQuery {
  text: string;
  name?: string;
  types?: unknown;
  hasBeenParsed(connection: DriverConnection): boolean | undefined | string;
  prepare(connection: DriverConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: DriverConnection): void;
}

interface DriverConnection {
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { text: string; name?: string; types?: unknown }): void;
  bind(message: object): void;
  execute(message: object): void;
}

type Callback = (error: Error | undefined, result: QueryResult) => void;
const DriverQuery = pg.Query as unknown as new (
  config: QueryConfig,
  values: unknown[] | undefined,
  callback: Callback,
) => DriverQuery;

/**
 * `select set_config(…)` and the statement between two Syncs: one round trip, one transaction. PostgreSQL makes both
 * true or neither, and forgets the districts at the end.
 */
class ScopedQuery extends DriverQuery {
  private settingDistricts = true;

  constructor(
    private readonly preamble: string,
    config: QueryConfig,
    values: unknown[] | undefined,
    callback: Callback,
  ) {
    super({ ...config, queryMode: 'extended' } as QueryConfig, values, callback);
  }

  override prepare(connection: DriverConnection): void {
    // First, so that the driver takes the first ParseComplete as that of the name which it is going to remember.
    if (this.name && !this.hasBeenParsed(connection)) {
      connection.parse({ text: this.text, name: this.name, types: this.types });
      connection.submittedNamedStatements[this.name] = this.text;
    }
    connection.parse({ text: this.preamble });
    connection.bind({});
    connection.execute({});
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (!this.settingDistricts) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: DriverConnection): void {
    if (this.settingDistricts) this.settingDistricts = false;
    else super.handleCommandComplete(message, connection);
  }
}

/** Runs one statement in a transaction of its own, with `preamble` (constant text) before it, in one round trip. */
export function runScoped(
  client: pg.ClientBase,
  preamble: string,
  config: QueryConfig,
  values: unknown[] | undefined,
): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const done: Callback = (error, result) => (error ? reject(error) : resolve(result));
    client.query(new ScopedQuery(preamble, config, values, done) as unknown as pg.Submittable);
  });
}
