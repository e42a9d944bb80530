import type pg from 'pg';
import type { DriverConnection } from './flight-query.js';

/** A statement that is prepared once on each connection. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** As the server sent it: text, or null. */
export type BareRow = readonly (string | null)[];

type Callback = (error: Error | undefined, rows: readonly BareRow[]) => void;

/** The driver asks what the rows look like before each execution, and reads the answer: a fifth of a short statement's time. */
class UndescribedQuery {
  readonly name: string;
  readonly text: string;
  private readonly rows: BareRow[] = [];

  constructor(
    statement: Prepared,
    private readonly values: readonly (string | number | Buffer | null)[],
    // The driver wraps it to watch over the time.
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
    connection.bind({
      statement: name,
      values: this.values.map((value) => (typeof value === 'number' ? String(value) : value)),
    });
    connection.execute({});
    connection.sync();
    connection.stream.uncork();
  }

  handleDataRow({ fields }: { readonly fields: BareRow }): void {
    this.rows.push(fields);
  }

  /** The count of rows is known from the rows. */
  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.callback(error, []);
  }

  handleReadyForQuery(): void {
    this.callback(undefined, this.rows);
  }
}

/** Runs a statement whose rows' shape the caller knows. Buffers among the values go binary. */
export function undescribed(
  client: pg.ClientBase,
  statement: Prepared,
  values: readonly (string | number | Buffer | null)[],
): Promise<readonly BareRow[]> {
  return new Promise((resolve, reject) => {
    const done: Callback = (error, rows) => (error ? reject(error) : resolve(rows));
    client.query(new UndescribedQuery(statement, values, done) as unknown as pg.Submittable);
  });
}
