import type { Socket } from 'node:net';
import pg, { type QueryConfig, type QueryResult } from 'pg';

/** The parts of the driver's query that statements in one flight need (pg 8.23; held by postgres-database.spec.ts). */
interface DriverQuery {
  text: string;
  name?: string;
  types?: unknown;
  hasBeenParsed(connection: DriverConnection): boolean | undefined | string;
  prepare(connection: DriverConnection): void;
  handleRowDescription(description: object): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: DriverConnection): void;
}

/** The parts of the driver's connection that we speak to ourselves (pg 8.23; held by postgres-database.spec.ts). */
export interface DriverConnection {
  readonly stream: Pick<Socket, 'cork' | 'uncork'>;
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { text: string; name?: string; types?: unknown }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  execute(message: object): void;
  close(message: { type: 'S'; name: string }): void;
  describe(message: object): void;
  sync(): void;
}

type Callback = (error: Error | undefined, result: QueryResult) => void;
const DriverQuery = pg.Query as unknown as new (
  config: QueryConfig,
  values: unknown[] | undefined,
  callback: Callback,
) => DriverQuery;

/** A statement that goes ahead of another; prepared once on each connection. Its rows are not looked at. */
export interface Ahead {
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

/** Names of the statements that are prepared for certain, by connection. */
const prepared = new WeakMap<DriverConnection, Set<string>>();
/** What the rows of prepared statements look like, by connection and name. It cannot change: the server would refuse. */
const descriptions = new WeakMap<DriverConnection, Map<string, object>>();

/**
 * Statements before one Sync: one round trip, and after the first that fails the server passes over the rest. Without a
 * BEGIN among them they are one transaction.
 */
class FlightQuery extends DriverQuery {
  private done = 0;
  private known: Map<string, object> | undefined;

  constructor(
    private readonly ahead: readonly Ahead[],
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
    for (const { name, text, values } of this.ahead) {
      if (!prepared.get(connection)?.has(name)) {
        // It may be there already when its first execution was cut short; to close what is not there is no error.
        connection.close({ type: 'S', name });
        connection.parse({ text, name });
      }
      connection.bind({ statement: name, values });
      connection.execute({});
    }
    this.known = descriptions.get(connection) ?? new Map<string, object>();
    descriptions.set(connection, this.known);
    const description = this.name && this.known.get(this.name);
    if (!description) return super.prepare(connection);
    super.handleRowDescription(description);
    super.prepare(undescribing(connection) as DriverConnection);
  }

  override handleRowDescription(description: object): void {
    if (this.name) this.known?.set(this.name, description);
    super.handleRowDescription(description);
  }

  override handleDataRow(message: unknown): void {
    if (this.done === this.ahead.length) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: DriverConnection): void {
    const passed = this.ahead[this.done];
    if (!passed) return super.handleCommandComplete(message, connection);
    this.done += 1;
    prepared.set(connection, (prepared.get(connection) ?? new Set()).add(passed.name));
  }
}

/** The connection, for a statement whose rows are known: to be told again costs a tenth of a short one. */
function undescribing(connection: DriverConnection): Omit<DriverConnection, 'stream' | 'parse'> {
  return {
    parsedStatements: connection.parsedStatements,
    submittedNamedStatements: connection.submittedNamedStatements,
    bind: (message) => connection.bind(message),
    describe: () => undefined,
    execute: (message) => connection.execute(message),
    close: (message) => connection.close(message),
    sync: () => connection.sync(),
  };
}

/** Runs `ahead` and the statement in one round trip; answers the statement's result. */
export function inOneFlight(
  client: pg.ClientBase,
  ahead: readonly Ahead[],
  config: QueryConfig,
  values: unknown[] | undefined,
): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const done: Callback = (error, result) => (error ? reject(error) : resolve(result));
    client.query(new FlightQuery(ahead, config, values, done) as unknown as pg.Submittable);
  });
}
