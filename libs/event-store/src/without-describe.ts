import type { Socket } from 'node:net';
import type pg from 'pg';

/** A parameter of an append: text, or an array in binary. */
export type AppendValue = string | number | Buffer | null;

/** A statement that is prepared once on each connection. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** A row in columns' order, each value as the server's text. */
export type TextRow = readonly (string | null)[];

/** The internals of the driver's connection that `QueryWithoutDescribe` uses (pg 8.23; checked by append-path.spec.ts). */
interface DriverConnection {
  readonly stream: Pick<Socket, 'cork' | 'uncork'>;
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { text: string; name: string }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  execute(message: object): void;
  sync(): void;
}

type Callback = (error: Error | undefined, rows: readonly TextRow[]) => void;

class QueryWithoutDescribe {
  readonly name: string;
  readonly text: string;
  private readonly rows: TextRow[] = [];

  constructor(
    statement: Prepared,
    private readonly values: readonly AppendValue[],
    /** The driver replaces it by one that also clears the query's timeout. */
    public callback: Callback,
  ) {
    this.name = statement.name;
    this.text = statement.text;
  }

  submit(connection: DriverConnection): void {
    const { name, text } = this;
    connection.stream.cork();
    if (!connection.parsedStatements[name] && !connection.submittedNamedStatements[name]) {
      connection.parse({ text, name });
      connection.submittedNamedStatements[name] = text;
    }
    const values = this.values.map((value) => (typeof value === 'number' ? String(value) : value));
    connection.bind({ statement: name, values });
    connection.execute({});
    connection.sync();
    connection.stream.uncork();
  }

  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    this.rows.push(fields);
  }

  /** Part of the driver's interface; ReadyForQuery ends the query. */
  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.callback(error, []);
  }

  handleReadyForQuery(): void {
    this.callback(undefined, this.rows);
  }
}

/**
 * Runs a statement whose row shape the caller knows. The Describe that the driver sends before each execution, and its answer,
 * cost 15 % of the CPU of an append by one writer (`npm run bench -- append`).
 */
export function withoutDescribe(
  client: pg.ClientBase,
  statement: Prepared,
  values: readonly AppendValue[],
): Promise<readonly TextRow[]> {
  return new Promise((resolve, reject) => {
    const done: Callback = (error, rows) => (error ? reject(error) : resolve(rows));
    client.query(new QueryWithoutDescribe(statement, values, done) as unknown as pg.Submittable);
  });
}
